package org.townloop.surface.counter;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.loop.ordering.Line;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.Packs;
import org.townloop.supply.pack.Question;
import org.townloop.surface.page.Page;

/** What residents have said to the questions of the trade, for those who go to them. */
@Component
class Told {

    private final Offers offers;
    private final Packs packs;

    Told(Offers offers, Packs packs) {
        this.offers = offers;
        this.packs = packs;
    }

    /** Each with its question; how many they are comes first. */
    List<String> of(Page page, Line line) {
        var answers = line.answersByKey();
        var told = new ArrayList<String>();
        var guests = answers.getOrDefault(HoldOrder.GUESTS, "");
        if (guests.matches("[0-9]{1,3}")) {
            told.add(page.text("counter.rounds.people", "count", Integer.parseInt(guests)));
        }
        var offer = offers.get(line.offer(), line.offerVersion());
        for (var question :
                packs.get(offer.pack(), offer.packVersion()).practice().questions()) {
            var said = answers.getOrDefault(question.key(), "");
            if (!said.isBlank()) {
                told.add(page.text(
                        "counter.rounds.told",
                        "question",
                        page.say(question.label()),
                        "answer",
                        said(page, question, said)));
            }
        }
        return told;
    }

    private static String said(Page page, Question question, String answer) {
        return question.choices().stream()
                .filter(choice -> choice.key().equals(answer))
                .findFirst()
                .map(choice -> page.say(choice.label()))
                .orElse(answer);
    }
}
