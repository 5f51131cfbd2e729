package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.pack.Question;

/**
 * What a trade asks before it is booked.
 *
 * @param choices what may be answered; empty unless it is a choice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Question")
record QuestionJson(
        @Schema(description = "the answer's key among the answers of an order")
        String key,

        String label,

        @Schema(description = "every answer is a text: that of a flag is yes or no, of a choice one of the keys")
        Question.Type type,

        @Schema(description = "an order without the answer is refused")
        boolean required,

        List<ChoiceJson> choices,
        @Nullable Integer min,
        @Nullable Integer max) {

    /** One of the answers to choose from. */
    @Schema(name = "QuestionChoice")
    record ChoiceJson(String key, String label) {}

    static List<QuestionJson> of(Collection<Question> questions, Locale locale) {
        return questions.stream()
                .map(question -> new QuestionJson(
                        question.key(),
                        question.label().in(locale),
                        question.type(),
                        question.required(),
                        question.choices().stream()
                                .map(choice -> new ChoiceJson(
                                        choice.key(), choice.label().in(locale)))
                                .toList(),
                        question.min(),
                        question.max()))
                .toList();
    }
}
