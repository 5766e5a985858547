"""What lessons set up that more than one of them needs."""

from app.toolkit.workspace import Workspace


def first_block(workspace: Workspace) -> None:
    """Look into what the open generator does first."""
    session = workspace.session
    assert session.model is not None
    session.inspection.select_layer(session.model.config.blocks[0].operation_name)
