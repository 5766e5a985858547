"""How the report looks, by day and by night."""

MODELS = ("#2f6fde", "#d0662f", "#2a9466", "#b14a94", "#7c68d0", "#1f95a8")
MODELS_BY_NIGHT = ("#6ea3ff", "#f08a55", "#52c48f", "#dd7fc2", "#a796f2", "#4fc3d6")


def _colours(models: tuple[str, ...], real: str) -> str:
    named = [*((f"model{number}", colour) for number, colour in enumerate(models)), ("real", real)]
    return "".join(f".{name}{{--own:{colour}}}" for name, colour in named)


STYLE = f"""
:root{{color-scheme:light dark;--ground:#f6f7f9;--card:#fff;--text:#1c2026;--faint:#667080;--line:#dfe3e9;
--mind:#8a5a00;--mind-ground:#fdf3dc}}
{_colours(MODELS, "#667080")}
@media (prefers-color-scheme:dark){{
:root{{--ground:#15171b;--card:#1d2025;--text:#e6e8ec;--faint:#98a1af;--line:#343a43;--mind:#f0c36a;--mind-ground:#33290f}}
{_colours(MODELS_BY_NIGHT, "#98a1af")}}}
*{{box-sizing:border-box}}
body{{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}}
main{{max-width:1120px;margin:0 auto;padding:32px 24px 64px}}
h1{{font-size:26px;line-height:1.25;margin:0 0 20px;overflow-wrap:anywhere}}
h2{{font-size:19px;margin:40px 0 12px}}
h3{{font-size:15px;margin:24px 0 10px}}
p{{margin:8px 0;max-width:80ch;color:var(--faint)}}
.tiles{{display:flex;flex-wrap:wrap;gap:12px}}
.tiles div{{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:10px 16px;min-width:130px}}
.tiles b{{display:block;font-size:18px;font-variant-numeric:tabular-nums}}
.tiles span{{color:var(--faint);font-size:13px}}
.mind{{background:var(--mind-ground);color:var(--mind);border-radius:10px;padding:10px 16px;max-width:none}}
.wide{{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:10px}}
table{{border-collapse:collapse;width:100%}}
th,td{{text-align:left;vertical-align:top;padding:8px 14px;border-top:1px solid var(--line)}}
thead tr:first-child th{{border-top:0}}
th{{font-size:13px;color:var(--faint);font-weight:600}}
td p{{margin:2px 0 0;font-size:12.5px;line-height:1.4;max-width:52ch}}
td em{{font-style:normal;font-size:12px;color:var(--faint);white-space:nowrap}}
.number{{font-variant-numeric:tabular-nums;white-space:nowrap}}
.group td{{font-size:13px;font-weight:600;background:var(--ground);color:var(--faint)}}
.key{{display:inline-block;width:10px;height:10px;border-radius:50%;background:var(--own);margin-right:7px}}
.row{{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}}
figure{{margin:0 0 12px;flex:1 1 300px;max-width:100%;min-width:0}}
.row figure:only-child{{flex:0 1 auto}}
figcaption{{color:var(--faint);font-size:13px;margin-top:6px}}
img{{display:block;width:100%;height:auto;image-rendering:pixelated;border-radius:6px}}
.row figure:only-child img{{width:auto;min-width:340px;max-width:100%}}
svg{{display:block}}
.dots line{{stroke:var(--own);stroke-width:2.5;stroke-linecap:round;opacity:.55}}
.dots circle{{fill:var(--own)}}
.lines{{width:100%;height:auto;background:var(--card);border:1px solid var(--line);border-radius:10px}}
.lines polyline{{fill:none;stroke:var(--own);stroke-width:2;stroke-linejoin:round}}
.lines .axis{{fill:none;stroke:var(--line)}}
.lines text{{fill:var(--faint);font-size:11px}}
.bar{{display:inline-block;width:70px;height:9px;margin-right:8px;border-radius:4px;background:var(--ground)}}
.bar span{{display:block;height:100%;border-radius:4px;background:var(--own)}}
dl{{display:grid;grid-template-columns:max-content 1fr;gap:8px 20px;margin:0}}
dt{{color:var(--faint)}}
dd{{margin:0;overflow-wrap:anywhere}}
@media print{{main{{max-width:none;padding:0}}h2{{break-after:avoid}}figure,tr{{break-inside:avoid}}}}
"""
