"""The languages that texts are there in, and what people call them."""

from enum import StrEnum


class Language(StrEnum):
    """What texts are there in; English is what they are written in."""

    ENGLISH = "en"
    CHINESE = "zh_CN"

    @classmethod
    def called(cls, name: str) -> "Language | None":
        """The one that ``name`` means, however its country is written, or without one: ``zh``, ``zh-CN``, ``zh_CN``."""
        tongue = name.replace("-", "_").split("_")[0].lower()
        return next((language for language in cls if language.split("_")[0] == tongue), None)

    @property
    def own_name(self) -> str:
        """What people who speak it call it."""
        return {Language.ENGLISH: "English", Language.CHINESE: "简体中文"}[self]

    @property
    def fonts(self) -> tuple[str, ...]:
        """Families to write it in on systems that would take another country's characters; the first that is there."""
        return _FONTS.get(self, ())


_FONTS = {Language.CHINESE: ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei")}
"""What Linux has. It stands in for a font without Chinese by the Japanese one; others choose well by themselves."""
