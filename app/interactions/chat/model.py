"""What a chat is: make-believe messages, then a quick reply, Block or Tell a grown-up."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.fields import Fields
from app.domain.ids import IdeaId
from app.domain.kind import Answer, Kind, Pick, Verdict
from app.domain.options import (
    Option,
    check_both,
    check_number,
    check_unlike,
    feedback_of,
    ideas_of,
    only_pick,
    picked,
    pictures_of,
    read_option,
    read_picture,
    words_of,
)
from app.domain.words import Picture, Slot, Words

BLOCK = "block"
TELL = "tell"
BLOCK_WORDS = "Block"
TELL_WORDS = "Tell a grown-up"


@dataclass(frozen=True, slots=True)
class Message:
    """One bubble. ``mine``: written by the child of the story, not by the other."""

    text: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Chat:
    """Messages with ``other`` (the name on top). An answer is a reply's id, "block" or "tell"."""

    prompt: str
    other: str
    picture: Picture | None
    messages: tuple[Message, ...]
    replies: tuple[Option, ...]
    block: Option
    tell: Option

    @property
    def options(self) -> tuple[Option, ...]:
        """Everything that can be pressed, as shown: replies, Block, Tell a grown-up."""
        return (*self.replies, self.block, self.tell)

    def judge(self, answer: Answer) -> Verdict:
        """Judge by what was pressed."""
        return picked(self.options, only_pick(answer)).verdict()

    def outcomes(self) -> tuple[str, ...]:
        """Return the reply ids, "block" and "tell", the right ones first."""
        best_first = sorted(self.options, key=lambda option: not option.right)
        return tuple(option.id for option in best_first)

    def words(self) -> tuple[Words, ...]:
        """Return prompt, name, messages, replies, then the feedback.

        The words on Block and Tell a grown-up are the program's own and not among them.
        """
        texts = [message.text for message in self.messages]
        return (
            Words("prompt", self.prompt, Slot.PROMPT),
            Words("with", self.other, Slot.LABEL),
            *(Words(f"message {n}", text, Slot.MESSAGE) for n, text in enumerate(texts, 1)),
            *words_of("reply", self.replies),
            *feedback_of("reply", self.replies),
            Words("block, feedback", self.block.feedback, Slot.FEEDBACK),
            Words("tell, feedback", self.tell.feedback, Slot.FEEDBACK),
        )

    def pictures(self) -> tuple[Picture, ...]:
        """Return the other's picture and the replies' pictures."""
        return pictures_of((self.picture, *(reply.picture for reply in self.replies)))

    def ideas(self) -> tuple[IdeaId, ...]:
        """Return the ideas behind everything wrong."""
        return ideas_of(option.idea for option in self.options)

    def said(self, answer: Answer) -> str:
        """Return the words of what was pressed."""
        return picked(self.options, only_pick(answer)).text

    def guess(self, pick: Pick) -> Answer:
        """Press one of the replies, Block or Tell a grown-up."""
        return Answer((pick([option.candidate for option in self.options]).id,))

    def chance(self) -> float:
        """Return the share of what is right among all that can be pressed."""
        return sum(option.right for option in self.options) / len(self.options)


@dataclass(frozen=True, slots=True)
class ChatKind:
    """The kind "chat"."""

    name: str = "chat"
    view: str = "app.interactions.chat.view:ChatView"
    judged: bool = True

    def parse(self, fields: Fields, *, quiz: bool) -> Chat:
        """Read the messages and everything that can be pressed after them."""
        chat = Chat(
            fields.text("prompt"),
            fields.text("with"),
            read_picture(fields),
            _messages(fields),
            _replies(fields, quiz=quiz),
            _button(fields, BLOCK, BLOCK_WORDS, quiz=quiz),
            _button(fields, TELL, TELL_WORDS, quiz=quiz),
        )
        check_both(fields, "things to press", chat.options, quiz=quiz)
        return chat


def _messages(fields: Fields) -> tuple[Message, ...]:
    messages = []
    for table in fields.tables("messages", "message", at_least=1):
        mine = table.one_of("from", ("them", "me")) == "me"
        messages.append(Message(table.text("text"), mine))
        table.close()
    check_number(fields, "messages", len(messages), 6)
    return tuple(messages)


def _replies(fields: Fields, *, quiz: bool) -> tuple[Option, ...]:
    tables = fields.tables("replies", "reply", at_least=2)
    replies = tuple(read_option(table, quiz=quiz) for table in tables)
    check_number(fields, "replies", len(replies), 3)
    texts = (*(reply.text for reply in replies), BLOCK_WORDS, TELL_WORDS)
    check_unlike(fields, "replies", (*(reply.id for reply in replies), BLOCK, TELL), texts)
    return replies


def _button(fields: Fields, key: str, words: str, *, quiz: bool) -> Option:
    table = fields.table(key)
    if table is None:
        if not fields.has(key):
            fields.fault(f"'{key}' is missing; '{words}' is always in reach and needs its feedback")
        return Option(key, words, right=False, feedback="")
    return replace(read_option(table, quiz=quiz, text=words), id=key)


KIND: Kind = ChatKind()
