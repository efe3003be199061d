"""Right and wrong answers to any activity, and the buttons by which a child gives them."""

from __future__ import annotations

from app.domain.kind import Activity, Answer
from app.interactions.chat.model import Chat
from app.interactions.choice.model import Choice
from app.interactions.compare.model import Compare
from app.interactions.order.model import Order
from app.interactions.practice_tell.model import NOT_NOW, SAID, Practice
from app.interactions.sort.model import Sort, pair
from app.interactions.spot_it.model import SpotIt

DONE = "Done"


def right_answer(activity: Activity) -> Answer:
    """Return an answer that is judged right."""
    match activity:
        case Choice() | Chat():
            picks = [next(one.id for one in activity.options if one.right)]
        case SpotIt():
            picks = [spot.id for spot in activity.spots if spot.clue]
        case Sort():
            picks = [pair(card.id, card.basket) for card in activity.cards]
        case Order():
            picks = [card.id for card in activity.cards]
        case Compare():
            picks = [activity.made_up, next(one.id for one in activity.clues if one.right)]
        case Practice():
            picks = [NOT_NOW]  # nothing in it is right or wrong
        case _:
            raise LookupError(f"no right answer is known for {type(activity).__name__}")
    return Answer(tuple(picks))


def wrong_answer(activity: Activity) -> Answer | None:
    """Return an answer that is judged wrong, None where there is none."""
    match activity:
        case Choice() | Chat():
            picks = [one.id for one in activity.options if not one.right][:1]
        case SpotIt():
            picks = [spot.id for spot in activity.spots if not spot.clue][:1]
        case Sort():
            basket = activity.cards[0].basket
            picks = [pair(card.id, basket) for card in activity.cards]
        case Order():
            picks = [card.id for card in reversed(activity.cards)]
        case Compare():
            page = next(page.id for page in activity.pages if page.id != activity.made_up)
            picks = [page, activity.clues[0].id]
        case Practice():
            picks = []
        case _:
            raise LookupError(f"no wrong answer is known for {type(activity).__name__}")
    return Answer(tuple(picks)) if picks else None


def presses(activity: Activity, answer: Answer) -> list[str]:
    """Return the names of the buttons that give an answer, one after another."""
    match activity:
        case Choice() | Chat():
            names = {one.id: one.text for one in activity.options}
            return [names[answer.picks[0]]]
        case SpotIt():
            names = {spot.id: spot.label for spot in activity.spots}
            return [*(names[spot] for spot in answer.picks), DONE]
        case Sort():
            baskets = {basket.id: basket.label for basket in activity.baskets}
            put = activity.put(answer)
            pairs = [(card.text, baskets[put[card.id]]) for card in activity.cards]
            return [*(name for one in pairs for name in one), DONE]
        case Order():
            names = {card.id: card.text for card in activity.cards}
            return [*(names[card] for card in answer.picks), DONE]
        case Practice():
            return [SAID[answer.picks[0]]]
        case Compare():
            pages = {page.id: page.title for page in activity.pages}
            clues = {clue.id: clue.text for clue in activity.clues}
            return [pages[answer.picks[0]], clues[answer.picks[1]]]
        case _:
            raise LookupError(f"no way is known to answer {type(activity).__name__}")
