"""``import``, and files that others made as the MODEL of every command."""

import json
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file
from torch import nn

from gan.commands.importing import assumption
from gan.importing import opening
from gan.importing.errors import ForeignFileError
from gan.importing.opening import (
    Assumptions,
    Finding,
    Import,
    Reading,
    import_generator,
    imports_folder,
    keep_import,
    kept_import,
    save_reading,
)
from gan.model.checkpoint import discriminator_beside, load_discriminator, load_generator, read_checkpoint
from gan.model.part_specs import Activation, ActivationKind
from gan.sources import find_model, is_foreign
from tests.gan.foreign import SIDE, Z_DIM, discriminator, generator, save
from tests.gan.tiny import call, fail, save_tiny, succeed

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``netG.pth`` beside ``netD.pth``."""
    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("foreign")
    network = generator()
    save(folder / "netD.pth", discriminator(seen=network).state_dict())
    return save(folder / "netG.pth", network.state_dict())


@pytest.fixture(scope="module")
def worked_out(saved: Path) -> Import:
    """What ``netG.pth`` is; takes seconds."""
    return import_generator(saved)


@pytest.fixture
def found(worked_out: Import, monkeypatch: pytest.MonkeyPatch) -> Import:
    """The same, at once, for commands."""
    monkeypatch.setattr("gan.commands.importing.import_generator", lambda path, said=None: worked_out)
    monkeypatch.setattr("gan.sources.import_generator", lambda path, said=None: worked_out)
    return worked_out


def reading(of: Import, **changed: Any) -> Reading:
    first = of.readings[0]
    values = {name: getattr(first, name) for name in Reading.__dataclass_fields__} | changed
    return Reading(**values)


def opened(found: Import) -> Import:
    """With a second reading that is as likely, and a report."""
    findings = (Finding("0", "transposed convolution, kernel 4", "its statistics agree", "kernel 4, padding 1"),)
    first = reading(found, findings=findings, useless_statistics=True)
    second = reading(found, cost=first.cost + opening.OPEN / 2, differs="z is drawn evenly", findings=findings)
    return Import(found.path, found.kind, found.sha256, "model.netG", (first, second))


@pytest.fixture
def open_file(found: Import, monkeypatch: pytest.MonkeyPatch) -> Import:
    several = opened(found)
    monkeypatch.setattr("gan.commands.importing.import_generator", lambda path, said=None: several)
    monkeypatch.setattr("gan.sources.import_generator", lambda path, said=None: several)
    return several


class TestWorkedOut:
    def test_it_draws_the_same_pictures(self, worked_out: Import, saved: Path, tmp_path: Path) -> None:
        original = generator()
        original.load_state_dict(torch.load(saved, weights_only=True))
        save_reading(tmp_path / "a.safetensors", worked_out, worked_out.readings[0])
        z = torch.randn(4, Z_DIM)
        with torch.no_grad():
            drawn, wanted = load_generator(tmp_path / "a.safetensors")(z), original(z[:, :, None, None])
        assert torch.allclose(drawn, wanted, atol=1e-5)

    def test_its_discriminator_is_joined(self, worked_out: Import, saved: Path, tmp_path: Path) -> None:
        original = discriminator()
        original.load_state_dict(torch.load(saved.with_name("netD.pth"), weights_only=True))
        save_reading(tmp_path / "a.safetensors", worked_out, worked_out.readings[0])
        kept = find_model(str(tmp_path / "a.safetensors")).discriminator
        assert kept == discriminator_beside(tmp_path / "a.safetensors")
        pictures = torch.rand(4, 1, SIDE, SIDE) * 2 - 1
        with torch.no_grad():
            assert torch.allclose(load_discriminator(kept)(pictures).sigmoid(), original(pictures).flatten(), atol=1e-4)

    def test_that_of_another_generator_does_not_stay(self, worked_out: Import, tmp_path: Path) -> None:
        path = tmp_path / "a.safetensors"
        save_reading(path, worked_out, worked_out.readings[0])
        alone = Import(worked_out.path, worked_out.kind, worked_out.sha256, "", worked_out.readings)
        save_reading(path, alone, alone.readings[0])
        assert find_model(str(path)).discriminator is None

    def test_a_discriminator_in_the_same_file(self, tmp_path: Path) -> None:
        network = generator()
        judge = discriminator(0.01, seen=network).state_dict()
        whole = {"epoch": 3, "netG": network.state_dict(), "netD": judge}
        found = import_generator(save(tmp_path / "checkpoint.pt", whole))
        assert found.network == "netG" and found.discriminator is not None
        assert found.discriminator.origin == "netD" and not found.discriminator.is_assumed
        assert Activation(ActivationKind.LEAKY, 0.01) in found.discriminator.layout.blocks[0].parts


class TestReport:
    def test_it_says_what_the_file_holds(self, found: Import, saved: Path, capsys: Capture) -> None:
        said = succeed(capsys, "import", saved)
        for text in (
            "PyTorch zip",
            f"{Z_DIM} numbers",
            "32 x 32 grey pictures",
            "from -1 to 1",
            "netD.pth, 1x32x32 ->",
        ):
            assert text in said
        assert "wrote" not in said

    def test_out_is_a_file_of_ours(self, found: Import, saved: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "new" / "a.safetensors"
        assert f"wrote {out}" in succeed(capsys, "import", saved, "--out", out)
        assert not is_foreign(out)
        assert read_checkpoint(out).provenance["imported_from"] == "netG.pth"
        assert f"imported from netG.pth, PyTorch zip, SHA-256 {found.sha256}" in succeed(capsys, "info", out)

    def test_where_it_is_open_the_choices_are_listed(
        self, open_file: Import, saved: Path, tmp_path: Path, capsys: Capture
    ) -> None:
        out = tmp_path / "a.safetensors"
        said = succeed(capsys, "import", saved, "--out", out)
        for text in (
            "in it model.netG",
            "its statistics agree",
            "1  cost",
            "2  cost",
            "z is drawn evenly",
            "--choice 2",
        ):
            assert text in said
        assert f"wrote {out}: choice 1, only the likeliest" in said and "--batch-norm 64" in said
        told = succeed(capsys, "info", out)
        assert "layer in the file" in told and "its statistics agree" in told and "--batch-norm 64" in told

    def test_another_choice(self, open_file: Import, saved: Path, tmp_path: Path, capsys: Capture) -> None:
        out = tmp_path / "a.safetensors"
        assert "choice 2\n" in succeed(capsys, "import", saved, "--out", out, "--choice", 2)
        assert "statistics" not in read_checkpoint(out).provenance

    def test_for_programs(self, open_file: Import, saved: Path, capsys: Capture) -> None:
        facts = json.loads(succeed(capsys, "import", saved, "--json"))
        assert facts["open"] and facts["out"] is None and facts["network"] == "model.netG"
        assert [choice["differs"] for choice in facts["choices"]] == ["", "z is drawn evenly"]
        assert facts["choices"][0]["report"][0]["layer"] == "0"
        assert facts["choices"][0]["picture_shape"] == [1, SIDE, SIDE]

    def test_a_report_that_is_none_is_left_out(self, tmp_path: Path) -> None:
        assert opening.report_of({"report": "everything"}) == ()
        assert opening.report_of({"report": [{"layer": 3}]}) == ()


class TestWrongArguments:
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["--assume", "main=1,2"], "there is no convolution 'main' in the file; it has 0, 3, 6, 9"),
            (["--assume", "0=1"], "is not LAYER=STRIDE,PADDING"),
            (["--assume", "0=a,b"], "is not LAYER=STRIDE,PADDING"),
            (["--assume", "=1,2"], "is not LAYER=STRIDE,PADDING"),
            (["--assume", "0=0,1"], "says what no convolution does: strides go from 1 to 8"),
            (["--assume", "0=2,1,2"], "output paddings from 0 to below the stride"),
            (["--activation", "relux"], "leaky"),
            (["--size", "0"], "from 1 to 1024"),
            (["--choice", "0"], "at least 1"),
            (["--out", "a.pth"], "should end in .safetensors"),
        ],
    )
    def test_one_line_says_what_there_is(
        self, saved: Path, tmp_path: Path, capsys: Capture, words: list[str], said: str
    ) -> None:
        status, line = fail(capsys, tmp_path, "import", saved, *words)
        assert status == 2 and said in line

    def test_a_function_that_the_file_has_no_numbers_for(self, saved: Path, tmp_path: Path, capsys: Capture) -> None:
        status, line = fail(capsys, tmp_path, "import", saved, "--activation", "prelu")
        assert status == 2 and "no learned slopes, so prelu" in line

    def test_a_choice_that_there_is_not(self, open_file: Import, saved: Path, tmp_path: Path, capsys: Capture) -> None:
        status, line = fail(capsys, tmp_path, "import", saved, "--choice", 3)
        assert status == 2 and "there is no choice 3; only 2 readings" in line

    def test_a_file_of_ours(self, tmp_path: Path, capsys: Capture) -> None:
        ours = save_tiny(tmp_path / "a.safetensors")
        status, line = fail(capsys, tmp_path, "import", ours)
        assert status == 2 and "is a file of this program" in line

    def test_layers_may_be_called_as_in_the_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        given: list[Assumptions] = []

        def readings_of(arrays: Any, extras: Any, said: Assumptions) -> list[Reading]:
            given.append(said)
            return []

        monkeypatch.setattr("gan.importing.candidates.readings_of", readings_of)
        path = save(tmp_path / "netG.pth", {f"main.{name}": each for name, each in generator().state_dict().items()})
        for name in ("main.3", "3", "block2"):
            with pytest.raises(ForeignFileError, match="what was assumed"):
                import_generator(path, Assumptions({name: (2, 1)}))
        assert [list(said.layers) for said in given] == [["3"], ["3"], ["block2"]]

    def test_what_is_said_of_layers(self) -> None:
        assert assumption("main.3=2,1") == ("main.3", (2, 1))
        assert assumption("a=b=2,1,1") == ("a=b", (2, 1, 1))


class TestModel:
    """Every command that draws takes the file as it is."""

    @pytest.mark.parametrize(
        "words", ["generate MODEL --out DIR/a.png", "layers MODEL --out DIR/layers", "info MODEL", "info MODEL --json"]
    )
    def test_commands_take_it(self, found: Import, saved: Path, tmp_path: Path, capsys: Capture, words: str) -> None:
        given = words.replace("MODEL", str(saved)).replace("DIR", str(tmp_path)).split()
        first, second = call(capsys, *given), call(capsys, *given)
        assert first.status == second.status == 0 and second.err == ""
        assert first.err.startswith("netG.pth was made elsewhere; read as 8 -> ") and first.err.count("\n") == 1

    def test_the_line_says_that_it_is_open(self, open_file: Import, saved: Path, capsys: Capture) -> None:
        assert "2 readings are about as likely, and the command import lists them" in call(capsys, "info", saved).err

    def test_it_has_the_name_of_its_file(self, found: Import, saved: Path) -> None:
        told: list[Import] = []
        source = find_model(str(saved), told.append)
        assert (source.name, source.run, source.path.parent) == ("netG", None, imports_folder())
        assert source.discriminator is not None and told == [found]
        assert find_model(str(saved), told.append) == source and told == [found]

    def test_assumptions_are_kept_apart(self, found: Import, saved: Path) -> None:
        said = Assumptions(size=SIDE)
        kept = keep_import(found, found.readings[0], said)
        assert kept_import(saved, said) == kept and kept_import(saved) is None

    def test_a_file_that_has_changed_is_read_anew(self, found: Import, saved: Path, tmp_path: Path) -> None:
        keep_import(found, found.readings[0])
        changed = save(tmp_path / "netG.pth", {"0.weight": torch.zeros(3)})
        assert kept_import(saved) is not None and kept_import(changed) is None


OTHERS: dict[str, tuple[Any, str]] = {
    "image to image": (
        nn.Sequential(nn.Conv2d(3, 8, 3, 1, 1), nn.Conv2d(8, 8, 3, 2, 1), nn.ConvTranspose2d(8, 3, 4, 2, 1)),
        "image-to-image",
    ),
    "classifier": (
        nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(8, 16, 3), nn.Flatten(), nn.Linear(16, 10)),
        "classifier or an encoder",
    ),
    "discriminator": (discriminator, "so it is a discriminator; open the generator instead"),
    "discriminator without norms": (
        nn.Sequential(nn.Conv2d(1, 8, 4, 2, 1), nn.Conv2d(8, 16, 4, 2, 1), nn.Conv2d(16, 1, 4)),
        "so it is a discriminator; open the generator instead",
    ),
    "optimiser": (
        lambda: {
            "state": {0: {"exp_avg": torch.zeros(8, 8), "step": torch.tensor(1.0)}},
            "param_groups": [{"lr": 0.1}],
        },
        "the state of an optimiser, and no weights of a network; in the program that made it, save",
    ),
    "empty": ({}, "holds no weights; in the program that made it, save"),
    "only numbers": ({"losses": [0.5, 0.25]}, "holds no weights; in the program that made it, save"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_networks_that_are_no_generators(tmp_path: Path, capsys: Capture, name: str) -> None:
    made, said = OTHERS[name]
    contents = made() if callable(made) and not isinstance(made, nn.Module) else made
    path = save(tmp_path / "file.pth", contents if isinstance(contents, dict) else contents.state_dict())
    for command in ("info", "import"):
        status, line = fail(capsys, tmp_path, command, path)
        assert status == 1 and said in line and str(path) in line


def _picture(path: Path) -> None:
    Image.fromarray(np.zeros((8, 8), np.uint8)).save(path, "PNG")


def _script(path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        torch.jit.save(torch.jit.trace(nn.Linear(2, 2), torch.zeros(1, 2)), path)


FILES: dict[str, tuple[Any, str]] = {
    "picture.pth": (_picture, "it is a picture"),
    "script.pt": (_script, "TorchScript"),
    "net.onnx": (lambda path: path.write_bytes(b"\x08\x07\x12\x07pytorch" + b"\0" * 40), "ONNX"),
    "pointer.safetensors": (
        lambda path: path.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:12\nsize 1\n"),
        "git lfs pull",
    ),
    "pointer.pth": (
        lambda path: path.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:12\nsize 1\n"),
        "git lfs pull",
    ),
    "page.pth": (lambda path: path.write_text("<!DOCTYPE html><html></html>"), "web page"),
    "text.pt": (lambda path: path.write_text("hello, this is a text"), "it is a text"),
    "empty.pth": (lambda path: path.write_bytes(b""), "it is empty"),
    "empty.safetensors": (lambda path: path.write_bytes(b""), "it is empty"),
    "a.pkl": (lambda path: path.write_bytes(b"\x80\x04]."), "Python pickle"),
}


@pytest.mark.parametrize("name", FILES)
def test_files_of_other_kinds(tmp_path: Path, capsys: Capture, name: str) -> None:
    write, said = FILES[name]
    write(tmp_path / name)
    status, line = fail(capsys, tmp_path, "generate", tmp_path / name, "--out", tmp_path / "a.png")
    assert status == 1 and said in line and name in line


@pytest.mark.parametrize("command", ["import", "info"])
def test_numbers_that_are_none_are_told(tmp_path: Path, capsys: Capture, command: str) -> None:
    state = generator().state_dict()
    name = next(iter(state))
    state[name][0, 0, 0, :2] = float("nan")
    status, line = fail(capsys, tmp_path, command, save(tmp_path / "netG.pth", state))
    assert status == 1 and f"2 of the {state[name].numel():,} numbers in {name} are NaN" in line


class TestForeign:
    """A look at the file tells, whatever it is called."""

    def test_ours(self, tmp_path: Path) -> None:
        ours = save_tiny(tmp_path / "a.safetensors")
        renamed = ours.rename(tmp_path / "a.bin")
        assert not is_foreign(renamed)

    def test_ours_that_is_cut_off_keeps_its_message(self, tmp_path: Path, capsys: Capture) -> None:
        ours = save_tiny(tmp_path / "a.safetensors")
        for length in (4, 100, ours.stat().st_size - 10):
            cut = tmp_path / f"cut{length}.safetensors"
            cut.write_bytes(ours.read_bytes()[:length])
            assert not is_foreign(cut)
            assert "is not a whole .safetensors file: it is cut off" in fail(capsys, tmp_path, "info", cut)[1]

    def test_safetensors_of_others(self, tmp_path: Path) -> None:
        save_file({"a.weight": torch.zeros(3)}, tmp_path / "a.safetensors", {"format": "pt"})
        save_file({"a.weight": torch.zeros(3)}, tmp_path / "b.safetensors")
        assert is_foreign(tmp_path / "a.safetensors") and is_foreign(tmp_path / "b.safetensors")

    def test_folders_and_what_is_not_there(self, tmp_path: Path, capsys: Capture) -> None:
        assert not is_foreign(tmp_path) and not is_foreign(tmp_path / "no.pth")
        assert "it is a folder" in fail(capsys, tmp_path, "import", tmp_path)[1]
        assert "there is no such file" in fail(capsys, tmp_path, "import", tmp_path / "no.pth")[1]
        assert fail(capsys, tmp_path, "info", tmp_path / "no.pth")[0] == 2


def test_safetensors_of_others_are_opened(saved: Path, tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    save_file(torch.load(saved, weights_only=True), path, {"format": "pt"})
    source = find_model(str(path))
    assert source.name == "model" and source.path != path
    assert read_checkpoint(source.path).config.picture_shape == (1, SIDE, SIDE)
