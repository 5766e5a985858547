import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.errors import UsageError
from gan.model.config import ModelConfig
from gan.model.doublings import OFFERED_SIZES
from gan.settings import SettingInfo, Settings, checked
from gan.train.config import Parent, TrainConfig
from gan.train.losses import LOSSES

EVERY_SETTING = [(kind, info) for kind in (TrainConfig, ModelConfig) for info in kind.infos()]


def allowed(info: SettingInfo) -> st.SearchStrategy[Any]:
    """Values that the setting takes."""
    if info.choices:
        values = st.sampled_from(info.choices)
    elif info.name == "value_range":
        values = st.sampled_from(("auto", "type", "200..3800", "-1..1", "0.25..1e+06"))
    elif info.name == "image_size":
        values = st.sampled_from(OFFERED_SIZES)
    elif info.type is int:
        values = st.integers(int(info.minimum or 0), int(info.maximum or 10**9))
    elif info.type is float:
        values = st.floats(info.minimum or 0, info.maximum or 1e9)
    else:
        values = st.booleans() if info.type is bool else st.text()
    return st.none() | values if info.optional else values


def configs() -> st.SearchStrategy[TrainConfig]:
    """Any config there can be."""
    models = st.builds(ModelConfig, **{info.name: allowed(info) for info in ModelConfig.infos()})
    parents = st.none() | st.builds(Parent, st.text(), st.integers(-(2**63), 2**63 - 1))
    values = {info.name: allowed(info) for info in TrainConfig.infos()}
    both = st.fixed_dictionaries({**values, "model": models, "parent": parents})
    fitting = both.filter(lambda one: LOSSES[one["loss"]].mixes or one["model"].d_norm != "batch")
    return fitting.map(lambda one: TrainConfig(**one))


@given(configs())
def test_json_round_trip(config: TrainConfig) -> None:
    assert TrainConfig.from_dict(json.loads(json.dumps(config.to_dict()))) == config


@pytest.mark.parametrize(("kind", "info"), EVERY_SETTING, ids=lambda value: getattr(value, "name", ""))
def test_every_setting_is_explained_and_has_a_valid_default(kind: type[Settings], info: SettingInfo) -> None:
    assert info.label
    assert info.explanation.endswith(".")
    assert checked(info, info.default) == info.default
    assert getattr(kind(), info.name) == info.default


def test_no_two_settings_share_an_option() -> None:
    flags = [info.flag for _, info in EVERY_SETTING]
    assert len(set(flags)) == len(flags)


def test_the_papers_optimiser_is_the_default() -> None:
    """Radford et al., section 4: Adam with a learning rate of 0.0002 and beta 1 of 0.5."""
    config = TrainConfig()
    assert (config.lr_g, config.lr_d, config.beta1) == (2e-4, 2e-4, 0.5)


def test_the_model_may_be_left_out() -> None:
    assert TrainConfig.from_dict({"epochs": 3}) == TrainConfig(epochs=3, model=ModelConfig())


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"batch_size": 1}, "batch_size must be at least 2, not 1"),
        ({"lr_g": -1}, "lr_g"),
        ({"minutes": 0}, "minutes"),
        ({"precision": "fp8"}, "precision must be one of auto, fp32, bf16, not fp8"),
        ({"model": {"image_size": 36}}, "pictures of 36 cannot"),
        ({"model": {"depth": 3}}, "unknown setting depth"),
        ({"optimizer": "sgd"}, "unknown setting optimizer"),
        ({"data": None}, "data must be text"),
        ({"loss": "wgan-gp"}, "set d_norm to none or spectral"),
    ],
)
def test_what_does_not_fit_is_refused(values: dict[str, Any], complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        TrainConfig.from_dict(values)
