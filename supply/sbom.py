"""Writes the bill of materials (CycloneDX 1.6) of what is shipped, from the lock alone: the same each time.

python -m supply.sbom dist/sbom.cdx.json
"""

import sys
import tomllib
import uuid
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from supply.licences import licence_of
from supply.locks import ROOT, SHIPPED, Locked, read_lock

OURSELVES = "sc-bot"


def bill(locked: list[Locked], version: str) -> Bom:
    """Every locked version with its licence, its hashes and what asks for it."""
    root = Component(name=OURSELVES, version=version, type=ComponentType.APPLICATION, bom_ref=OURSELVES)
    components = {(each.name, each.version): _component(each) for each in locked}
    content = "\n".join(sorted(f"{each.name} {each.version} {each.hashes}" for each in locked))
    bom = Bom(components=components.values(), serial_number=uuid.uuid5(uuid.NAMESPACE_OID, f"{version}\n{content}"))
    bom.metadata.component = root
    for name in (OURSELVES, *dict.fromkeys(each.name for each in locked)):
        wanted = [components[each.name, each.version] for each in locked if name in each.wanted_by]
        for one in [root] if name == OURSELVES else [each for key, each in components.items() if key[0] == name]:
            bom.register_dependency(one, wanted)
    return bom


def _component(locked: Locked) -> Component:
    """The hashes are of the files that may be installed, one for each platform: properties, not the component's own."""
    properties = [Property(name="lock:sha256", value=each) for each in locked.hashes]
    if locked.marker:
        properties.append(Property(name="lock:marker", value=locked.marker))
    purl = PackageURL("pypi", None, locked.name, str(locked.version))
    return Component(
        name=locked.name,
        version=str(locked.version),
        type=ComponentType.LIBRARY,
        purl=purl,
        bom_ref=purl.to_string(),
        licenses=[LicenseFactory().make_from_string(licence_of(locked.name))],
        properties=properties,
    )


def written() -> str:
    """The bill of this tree, as JSON; no time is in it, so that the same lock gives the same file."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    bom = bill(read_lock(SHIPPED), version)
    bom.metadata.timestamp = None  # type: ignore[assignment] # the library's own way to leave it out
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(exist_ok=True)
    target.write_text(written(), encoding="utf-8")
