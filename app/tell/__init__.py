"""The record of what children tell: files that another program can read with a staff key.

All numbers are big-endian. Hashes are BLAKE2b-256 (32 bytes), signatures Ed25519 (64 bytes), each
over a context ("be-smart ... 1") and then the bytes. Everything stands in the folder ``tell`` of a
data folder. Test vectors: ``tests/pure/tell/vectors.json``.

Chains: ``chains/<first 16 bytes of the writer's key, hexadecimal>.chain``
    One writer's entries, 216 bytes each (``entry.py``), one after the other. A PC writes two: the
    kiosk's (what children told) and the desk's (what staff did, and the lists).

    ====== ===== ==================================================================
    offset bytes what
    ====== ===== ==================================================================
    0      4     ``BSE1``
    4      1     kind: 0 genesis (no body), 1 a sealed or group file, 2 a plain file
    5      3     zeros
    8      8     number, from 0
    16     8     time, milliseconds since 1970 in UTC, signed
    24     8     monotonic time, milliseconds, signed
    32     16    run: random, one for each run of the program
    48     32    chain: the writer's Ed25519 key
    80     32    hash of the entry before (its 216 bytes), zeros in the first
    112    32    hash of the body's file
    144    4     length of that file
    148    4     version of the list of recipients in force
    152    64    signature, context "be-smart entry 1", of the bytes before
    ====== ===== ==================================================================

Side files: ``bodies/<first two digits of the hash>/<hash>``
    *Sealed file* (``sealing.py``): ``BSB1``, 1 (version), size class (0, 1, 2), two zeros, tag (16
    random bytes); nine slots of 80 bytes; a secret box (XSalsa20-Poly1305: nonce 24, authenticator
    16) of the record, padded with 0x80 and zeros to 1, 4 or 16 KiB. A slot is a libsodium sealed
    box (X25519) of the box's key. The first eight are the readers' in random order, noise where
    there are fewer; the ninth is the escrow key's. No slot says whose it is: a reader tries.

    *Group file*: ``BSG1``, 1, three zeros, tag (16); the escrow key's slot (80); then secret boxes
    of 4096 bytes each, a multiple of eight of them, noise after the last real one. It holds what a
    child said after the first press, under one key, which the letters carry.

    Files that staff add (``exhibits.py``) are group files of their own, one each: every box holds
    a record with ``tell``, ``number``, ``of`` and ``data`` (3000 bytes of the file, base64). Their
    hash and key stand in the deed that added them ("attached": ``hash:key``), which only those who
    read on can open; they are erased with the Tell. Who reads this PC's disk sees about how long
    such a file is, and not which Tell it is of.

    *Plain file*: ``BSP1``, a line feed, JSON. Lists of recipients, tombstones, anchors, signs of
    life: what must be checked by a program that can open nothing.

    A record is one JSON object in UTF-8 with sorted keys; ``domain/tell/records.py`` says what is
    in each. What staff do is sealed alike and signed inside by whoever did it (``deeds.py``).
    That a passphrase was given, or words from paper (``way`` is "paper"; older records have none),
    is sealed to whoever's it is alone ("visit", ``domain/tell/audit.py``).

Intake: ``intake``
    What was acknowledged and is not in its place yet (``intake.py``). Frames: ``BSI1``, length of
    the body (4), the Tell's id (8); the body: parts of one letter (what it is), a length (4) and
    bytes; signature of the kiosk, context "be-smart intake 1". A press is on the medium after one
    write and one sync here; then its side file is written, the chain names it, and the intake is
    emptied once no sitting is open. What a start finds here stays until the outbox holds that staff
    are to be told of it. A frame is kept whole or was never acknowledged.

Set aside: ``aside/<name>.<hash>``
    What a start found at the end of intake or chain and could not read: an unfinished write, or
    what somebody changed. And a damaged ``waiting.list`` or ``draft.list``.

Lists that are not in force: ``waiting.list``, ``draft.list``
    Plain files outside the chains: the list that waits for another signature, and the one that is
    being made before there is a first. A damaged one is set aside and counts as none.

Keys: ``kiosk.key`` holds the seed of this PC's two writers. A holder's seed (32 bytes) stands in
    ``staff/<person>.key``, sealed by their passphrase (``keys.py``); of others there is no secret.
    ``staff/<person>.next`` is a new seed beside the old one, which it replaces once two have signed
    it and all Tells are written for it. ``rewritten/<person>`` is the version of the list for which
    a holder has written Tells anew, in digits (``rewriting.py``).

How each promise is kept
------------------------

*The kiosk cannot read its own Tells.* It has public keys. The keys of a sitting's records live in
memory until the sitting ends, and nowhere else.

*Only its readers open a record* (seal). One random key a record, or a group, in sealed boxes.

*A forged Tell is refused.* A sealed box proves no sender: the chain does. An entry that is not
signed by a key that the list of recipients names as a kiosk's is no entry.

*Nobody sees that they are spoken of* (subject rule; ``domain/tell/routing.py``). What is said after
*Yes* is readable by nobody (but escrow) until the sitting ends, and then by the circle that all of
it allows, so that what was said before a name is given is not read by who is named after it. Every
Tell leaves the same five files whether nothing more or much was said, and whether or not somebody
was named: the first press, a group, and three letters of one size (for those who may read on, for
all others who know of the Tell, and for the computing lead), unused ones sealed to nobody. Who may
not read on opens a letter that is the one they would have opened had nothing more been said. Staff
deeds are sealed to the circle of the letter by which they were done.
What remains: while a sitting is open, the intake grows with every tap, and a very long one (more
than eight taps) makes a larger group file; both can be seen by who can read this PC's disk. And the
intake holds, for a power cut, the letters as they stand after each tap: who copies it before the
sitting ends and reads on by them opens what had been said by then. A tap that takes somebody out of
the circle gives the group a new key, so such a copy opens neither that tap nor what follows, nor
the group file.

*Erase by two.* The body of a record is a side file: it is destroyed with the letters that carry its
key, and the chain still fits. Who asks writes a deed ("erasing") that carries the tombstone with
their signature and the keys of the files it names; who agrees looks into each and signs too. The
tombstone (plain: ``by``, ``bodies``, two signatures of holders of the list in force) stands in the
chain before a file goes, and a start ends what a power cut left (``erasing.py``). A missing file
that no such tombstone names is an alarm. Two who both knew of the first press erase all that the
asking one opens; two of whom one did not know of it erase only what those who read on can open
(``domain/tell/erasing.py`` says why). Who agrees refuses where their key opens more by then than
was asked for (``tell/erasing.py``): what was added since must not be left behind, and whoever can
open more asks. What remains on the disk: the letters of others, which open nothing any more, the
deed that asked, deeds after it that say who looked or handed over, and the computing lead's notice.

*Rotation.* Lists of recipients are plain files with a version, the hash of the one before, and the
signatures of two holders of the one before; each must leave two. An entry names the version in
force: an older list than the last entry's is refused. Who leaves is marked so in the next list, and
gets no slot; what they could open they may have copied. For who joins, a holder writes every Tell
they can read anew: two letters each, signed rows in the desk's chain, and the deeds as they were
signed ("resealed": ``row``, and ``version``, the list under which it was). Who is spoken of gets
what every newcomer in their office gets, the letter of a Tell in which nothing more was said
(``domain/tell/joining.py``): a gap would tell them. A new passphrase seals the same seed anew; a
new seed is a new entry in the list, signed by two, and letters written by its owner while the old
seed is still in memory; 24 words give a seed back.

*Escrow.* The escrow words are a private X25519 key; it opens the ninth slot of everything, and the
heads of groups. If all holders are lost nobody could sign a list: so an Ed25519 key is made from
the escrow key (BLAKE2b-256, person "escrow sign", as its seed) and a list may name it:
``escrow_sign``. Signed by it alone (as "escrow") a list counts only if it says ``recovery`` and
changes people and nothing else. Whoever signs in afterwards must be shown that it was so; the next
list, signed by two again, says it no more. Without ``escrow_sign`` the words read all, and can make
no new holders.

*Append only, and anchored outside.* A changed byte breaks a signature or a hash, a missing,
swapped or doubled entry a number and a link. An end that was cut off is seen by an anchor: the
chains name each other's last entries daily, and the digest and every printed page carry them.
``python -m app tells verify`` checks all of it without a passphrase (``verify.py``); a whole record
that was exchanged for an older or another one is seen by an anchor from paper alone.

*Who destroys this PC's disk destroys the record*: an anchor proves that it was there. Hand-over is
the copy.
"""
