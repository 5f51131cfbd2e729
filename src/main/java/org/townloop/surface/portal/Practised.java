package org.townloop.surface.portal;

import java.util.List;
import java.util.Map;
import org.townloop.supply.pack.Practice;
import org.townloop.supply.pack.Question;
import org.townloop.surface.page.Page;

/**
 * What a trade asks before a booking, as fields, and how it is done.
 *
 * @param steps of the service, in order
 */
record Practised(List<Field> fields, List<String> steps) {

    /** @param value what was answered, or an empty text */
    record Field(Question question, String label, String name, String value, List<Choice> choices) {

        String id() {
            return "q-" + question.key();
        }

        /** What it is called in refusals. */
        String refused() {
            return "answers." + question.key();
        }

        boolean is(Question.Type type) {
            return question.type() == type;
        }
    }

    /** One of the answers to choose from. */
    record Choice(String key, String label) {}

    static Practised of(Page page, Practice practice, Map<String, String> answers) {
        return new Practised(
                practice.questions().stream()
                        .map(question -> field(page, question, answers.getOrDefault(question.key(), "")))
                        .toList(),
                practice.standard().stream().map(step -> page.say(step.label())).toList());
    }

    private static Field field(Page page, Question question, String answer) {
        return new Field(
                question,
                page.say(question.label()),
                OfferPage.ANSWER + question.key(),
                answer,
                question.choices().stream()
                        .map(choice -> new Choice(choice.key(), page.say(choice.label())))
                        .toList());
    }
}
