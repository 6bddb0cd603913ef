"""Recomputes every number of the example in docs/REGISTER.md. Needs Python 3, and nothing else.

Run it in this folder: python3 check.py
"""

import hashlib
import hmac
import json


def sha256(data):
    return hashlib.sha256(data).digest()


def canonical(value):
    """RFC 8785 for what this register holds: integers, and keys of ASCII characters."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def root(leaves):
    """RFC 6962, section 2.1, as it defines the root."""
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\x01" + root(leaves[:split]) + root(leaves[split:]))


def frontier(leaves):
    """The roots of the complete subtrees, the largest first."""
    roots, rest = [], leaves
    while rest:
        size = 1
        while size * 2 <= len(rest):
            size *= 2
        roots.append(root(rest[:size]))
        rest = rest[size:]
    return roots


secret = json.load(open("keys.json"))
text = sha256(open("text.txt", "rb").read()).hex()
print("blob text.txt        ", text)
print("root of 0 entries    ", root([]).hex())

leaves, previous = [], ""
for index in range(3):
    stored = open(f"entry-{index}.json", "rb").read()
    entry = json.loads(stored)
    assert canonical(entry) == stored, "the bytes are canonical"
    assert entry["index"] == index, "numbers have no gap"
    assert entry["recorded_at"] > previous, "each entry is later than the one before"
    previous = entry["recorded_at"]

    statements = [sha256(canonical(statement)).hex() for statement in entry["statements"]]
    for statement in statements:
        print(f"statement in entry {index} ", statement)
    for sign_off in entry["sign_offs"]:
        assert sign_off["statement"] in statements, "each sign-off is of a statement of its entry"
        covered = {key: sign_off[key] for key in ("statement", "step", "office", "evidence")}
        covered["format"] = "assent-signoff/1"
        covered["occasion"] = entry["occasion"]
        assert sha256(canonical(covered)).hex() == sign_off["digest"], "the digest covers the rest"
        print(f"sign-off, step {sign_off['step']}     ", sign_off["digest"])
        # Only because this example gives its secret keys away:
        key = bytes.fromhex(secret["entry_keys"][str(index)])
        names = {hmac.new(key, name.encode(), hashlib.sha256).hexdigest(): name for name in secret["persons"]}
        print(f"  signed by {names[sign_off['signer']]}:", sign_off["signer"])

    leaves.append(sha256(b"\x00" + stored))
    print(f"leaf {index}               ", leaves[-1].hex())
    print(f"root of {index + 1} entries    ", root(leaves).hex())

for part in frontier(leaves):
    print("frontier             ", part.hex())
opened = json.load(open("entry-0.json"))["statements"][0]
assert opened["payload"]["instrument"]["texts"][0]["blob"] == text, "the entry names the text"
# Entry 1 is in the register of three: its leaf and two hashes give the root.
left = sha256(b"\x01" + leaves[0] + leaves[1])
assert sha256(b"\x01" + left + leaves[2]) == root(leaves)
print("everything agrees")
