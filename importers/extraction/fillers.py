"""Putting entities into roles: what may fill which."""

from importers.extraction.entities import Context, Entity


def placed(role: str, prep: str, entity: Entity, context: Context) -> bool:
    """A noun after a preposition of place is a target only if it is a thing or a site, not a town by its name."""
    if role != "patient" or prep not in context.lexicon.words("locatives"):
        return True
    return entity.kind is not None and entity.kind.name != "" and entity.kind.cls in {"place", "thing", "person"}


def put(roles: dict[str, list[Entity]], role: str, entity: Entity) -> None:
    if not role:
        return
    if role == "agent" and entity.kind is not None and entity.kind.cls == "weapon":
        role = "instrument"
    if role == "agent" and not entity.named and (entity.kind is None or entity.kind.cls != "person"):
        return
    row = roles.setdefault(role, [])
    if all(other.start != entity.start for other in row):
        row.append(entity)
