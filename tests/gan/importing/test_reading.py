"""What ``torch.save`` and safetensors write is read as torch reads it, by a process of its own."""

import hashlib
import time
from argparse import Namespace
from collections import OrderedDict, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save as save_safetensors

from gan.importing.reading import read_weights_file
from tests.gan.importing.saving import archive, read, saved, tensor_pickle

FORMS = ["zip", "old"]
KINDS = {"zip": "PyTorch zip", "old": "old PyTorch format"}
DTYPES = [torch.float64, torch.float32, torch.float16, torch.bfloat16]
WHOLE = [torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool]


def check_same(tree: Any, value: Any) -> None:
    """``tree`` is what ``value`` is, as far as a tree can say."""
    if isinstance(value, torch.Tensor):
        expected = value.detach().float() if value.is_floating_point() else value.long()
        assert tree.dtype == (np.float32 if value.is_floating_point() else np.int64)
        assert tree.flags.c_contiguous and tree.flags.writeable
        np.testing.assert_array_equal(tree, expected.numpy())
    elif isinstance(value, dict):
        assert list(tree) == [str(key) for key in value]
        for key, item in value.items():
            check_same(tree[str(key)], item)
    elif isinstance(value, list | tuple):
        check_same(tree, dict(enumerate(value)))
    else:
        assert tree == value and type(tree) is type(value)


@pytest.mark.parametrize("form", FORMS)
def test_a_network_from_a_file(tmp_path: Path, form: str) -> None:
    path = tmp_path / "netG.pth"
    weights = torch.nn.Sequential(torch.nn.ConvTranspose2d(8, 4, 4), torch.nn.BatchNorm2d(4)).state_dict()
    path.write_bytes(saved(weights, form))
    contents = read_weights_file(path)
    check_same(contents.tree, weights)
    assert contents.kind == KINDS[form]
    assert contents.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_safetensors_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    weights = {"a.weight": torch.randn(3, 2), "b.bias": torch.randn(2).half(), "c": torch.arange(3)}
    path.write_bytes(save_safetensors(weights, {"format": "pt"}))
    contents = read_weights_file(path)
    assert contents.kind == ".safetensors"
    for name, tensor in weights.items():
        check_same(contents.tree[name], tensor)
    assert contents.tree["__metadata__"] == {"format": "pt"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("dtype", [*DTYPES, *WHOLE], ids=str)
def test_every_kind_of_number(form: str, dtype: torch.dtype) -> None:
    weights = {"a": (torch.randn(3, 2) * 9).to(dtype), "b": torch.tensor(3).to(dtype), "c": torch.zeros(0, 2).to(dtype)}
    check_same(read(saved(weights, form))[1], weights)


@pytest.mark.parametrize("dtype", [torch.uint16, torch.uint32, torch.uint64], ids=str)
def test_kinds_that_have_no_storage_of_their_own(dtype: torch.dtype) -> None:
    check_same(read(saved({"a": torch.arange(6).to(dtype)}))[1], {"a": torch.arange(6)})


@pytest.mark.parametrize("form", FORMS)
def test_views_of_shared_storages(form: str) -> None:
    whole = torch.arange(24.0)
    weights = {
        "whole": whole,
        "part": whole[3:9],
        "turned": whole.view(4, 6).T,
        "every second": whole[1::2],
        "moved": whole.view(2, 3, 4).permute(2, 0, 1),
        "columns": torch.randn(2, 3, 4, 4).to(memory_format=torch.channels_last),
        "one": whole[5],
        "same": whole[:1].expand(4, 2),
        "none": whole[3:3],
    }
    check_same(read(saved(weights, form))[1], weights)


@pytest.mark.parametrize("form", FORMS)
def test_nestings(form: str) -> None:
    weights = torch.nn.Linear(2, 2).state_dict()
    value = {
        "epoch": 7,
        "lr": 2e-4,
        "name": "DCGAN",
        "cuda": True,
        "models": {"G": weights, "D": OrderedDict(a=torch.ones(1))},
        "parameter": torch.nn.Parameter(torch.ones(2)),
        "kept": [torch.ones(1), (torch.zeros(2), {"deep": torch.ones(3)})],
        3: {4: torch.ones(1)},
        "betas": (0.5, 0.999),
        "shape": torch.Size([1, 2]),
    }
    check_same(read(saved(value, form))[1], value)


@pytest.mark.parametrize("form", FORMS)
def test_what_stands_beside_weights_does_no_harm(form: str) -> None:
    network = torch.nn.Linear(2, 2)
    optimizer = torch.optim.Adam(network.parameters())
    network(torch.ones(1, 2)).sum().backward()
    optimizer.step()
    value = {
        "net": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "whole optimizer": torch.optim.SGD(network.parameters()),
        "options": Namespace(nz=100, name="a"),
        "folder": Path("/home/somebody"),
        "losses": [0.5] * 1000,
        "none": None,
        "bytes": b"abc",
        "infinite": float("inf"),
        "set": {1, 2},
        "missing": defaultdict(dict, a={"b": 1}),
        "kind": torch.float32,
        "device": torch.device("cpu"),
        "array": np.arange(6, dtype=np.float64).reshape(2, 3).T,
        "objects": np.array(["a", None], object),
        "scalar": np.float32(0.5),
        "state": np.random.RandomState(0),
        "layer\nname": 10**30,
    }
    tree = read(saved(value, form))[1]
    check_same(tree["net"], network.state_dict())
    check_same(tree["optimizer"]["state"], optimizer.state_dict()["state"])
    assert tree["options"] == {"nz": 100, "name": "a"}
    assert tree["missing"] == {"a": {"b": 1}}
    assert tree["scalar"] == 0.5 and tree["device"] == "cpu"
    np.testing.assert_array_equal(tree["array"], value["array"])
    assert not tree.keys() & {"losses", "none", "bytes", "infinite", "kind", "objects"}


def test_long_histories_do_not_make_a_file_fail() -> None:
    losses = [{"d": 0.1, "g": 0.2}] * 20_000
    value = {"losses": losses, "tensors": [torch.tensor(0.5)] * 30_000, "net": torch.nn.Linear(2, 2).state_dict()}
    tree = read(saved(value))[1]
    check_same(tree["net"], value["net"])
    assert "tensors" not in tree and tree["losses"]["0"] == {"d": 0.1, "g": 0.2}


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_pickle_protocols(protocol: int, tmp_path: Path) -> None:
    path = tmp_path / "netG.pth"
    weights = {"a.weight": torch.ones(2, 2), "array": np.ones(3, np.float32)}
    torch.save(weights, path, pickle_protocol=protocol)
    np.testing.assert_array_equal(read(path.read_bytes())[1]["a.weight"], np.ones((2, 2)))


def test_the_other_byte_order() -> None:
    numbers = np.arange(4, dtype=">f4").tobytes()
    records = {"a/data.pkl": tensor_pickle(), "a/data/0": numbers, "a/byteorder": b"big"}
    np.testing.assert_array_equal(read(archive(records))[1]["main.0.weight"], [[0, 1], [2, 3]])


def test_packed_again() -> None:
    import zipfile

    records = {"data.pkl": tensor_pickle(), "data/0": bytes(16), "__MACOSX/._data.pkl~": b""}
    np.testing.assert_array_equal(read(archive(records, zipfile.ZIP_DEFLATED))[1]["main.0.weight"], np.zeros((2, 2)))


def test_saved_without_checksums() -> None:
    torch.serialization.set_crc32_options(False)
    try:
        contents = saved({"a.weight": torch.ones(3)})
    finally:
        torch.serialization.set_crc32_options(True)
    np.testing.assert_array_equal(read(contents)[1]["a.weight"], np.ones(3))


def test_an_old_pickle_of_text(tmp_path: Path) -> None:
    """Its text is in an encoding that Python imports when it is needed, which the process may not do any more."""
    path = tmp_path / "netG.pth"
    objects = tensor_pickle().replace(b"X\x0d\x00\x00\x00main.0.weight", b"Vmain.0.weight\n")
    path.write_bytes(archive({"a/data.pkl": objects, "a/data/0": bytes(16)}))
    assert list(read_weights_file(path).tree) == ["main.0.weight"]


def test_the_process_starts_fast(tmp_path: Path) -> None:
    path = tmp_path / "netG.pth"
    path.write_bytes(saved({"a.weight": torch.ones(3)}))

    def seconds() -> float:
        start = time.monotonic()
        read_weights_file(path)
        return time.monotonic() - start

    assert min(seconds() for _ in range(5)) < 0.5
