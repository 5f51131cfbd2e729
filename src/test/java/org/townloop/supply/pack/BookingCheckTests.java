package org.townloop.supply.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.json.JsonMapper;

/** A trade's questions and checks, as a resident meets them who books a massage. */
class BookingCheckTests {

    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 26, 14, 0, 0, 0, ZoneId.of("Asia/Shanghai"));
    private final BookingCheck massage = new BookingCheck(pack());

    @Test
    void whoAnswersNothingThatMattersBooks() {
        assertThat(refusal(1, 60, Map.of(), "{}")).isEmpty();
        assertThat(refusal(1, 60, Map.of("pressure", "firm", "sore", "left knee"), "{}"))
                .isEmpty();
    }

    @Test
    void aTreatmentThatHarmsIsRefusedWithItsOwnSentenceAndField() {
        var refused = refusal(1, 60, Map.of("pregnant", "yes"), "{}").orElseThrow();
        assertThat(refused.reason()).isEqualTo(PackReason.CHECK_FAILED);
        assertThat(refused.field()).isEqualTo("answers.pregnant");
        assertThat(refused.facts().get("sentence"))
                .isInstanceOfSatisfying(
                        Words.class, words -> assertThat(words.zh()).contains("不适合孕妇"));
        assertThat(refusal(1, 60, Map.of("pregnant", "yes"), "{\"prenatal\":true}"))
                .isEmpty();
    }

    @Test
    void howManyAndHowSoonGoTogether() {
        assertThat(refusal(2, 10, Map.of(), "{}")).map(Refusal::field).contains("quantity");
        assertThat(refusal(2, 30, Map.of(), "{}")).isEmpty();
        assertThat(refusal(1, 10, Map.of(), "{}")).isEmpty();
    }

    @Test
    void anAnswerThatIsNoChoiceIsRefusedByItsQuestion() {
        var refused = refusal(1, 60, Map.of("pressure", "brutal"), "{}").orElseThrow();
        assertThat(refused.reason()).isEqualTo(PackReason.ANSWER_NOT_A_CHOICE);
        assertThat(refused.field()).isEqualTo("answers.pressure");
    }

    @Test
    void aNumberWithoutBoundsIsNotSaidToLieWithinSome() {
        assertThat(bounds(null, null)).isEqualTo("none");
        assertThat(bounds(1, null)).isEqualTo("some");
        assertThat(bounds(null, 9)).isEqualTo("some");
    }

    private static Object bounds(@Nullable Integer min, @Nullable Integer max) {
        var stairs = new Question("stairs", Words.of("Stairs", "楼层"), Question.Type.NUMBER, true, List.of(), min, max);
        var facts = stairs.refusal("many").orElseThrow().facts();
        return String.valueOf(facts.get("bounds"));
    }

    private Optional<Refusal> refusal(int guests, int inMinutes, Map<String, String> answers, String attributes) {
        return massage.refusal(new Asking(
                "appointment",
                guests,
                NOW.plusMinutes(inMinutes),
                NOW.toInstant(),
                answers,
                JsonMapper.shared().readTree(attributes)));
    }

    private static Pack pack() {
        try {
            var text = new ClassPathResource("packs/massage-and-wellness/pack.yaml")
                    .getContentAsString(StandardCharsets.UTF_8);
            return PackContent.read(new PackFormat().read("pack.yaml", text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
