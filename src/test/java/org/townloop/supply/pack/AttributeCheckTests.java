package org.townloop.supply.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AttributeCheckTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AttributeCheck HAIR = new AttributeCheck(pack());

    @Test
    void attributesAsTheTradeKnowsThemPass() {
        var attributes = JSON.readTree("""
            {"services": ["cut", "wash"], "quiet": true, "hairLength": "any", "experienceYears": 12,
             "languages": ["mandarin", "sign"], "products": "Own herbs"}
            """);
        assertThat(HAIR.check(attributes)).isEqualTo(Outcome.done(attributes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                             | services        | ATTRIBUTE_MISSING",
                "{'services': []}                               | services        | ATTRIBUTE_MISSING",
                "{'services': ['cut'], 'tattoo': true}          | tattoo          | ATTRIBUTE_UNKNOWN",
                "{'services': ['cut', 'tooth']}                 | services        | ATTRIBUTE_NOT_A_CHOICE",
                "{'services': ['cut'], 'hairLength': 'bald'}    | hairLength      | ATTRIBUTE_NOT_A_CHOICE",
                "{'services': ['cut'], 'experienceYears': 99}   | experienceYears | ATTRIBUTE_OUT_OF_RANGE",
                "{'services': ['cut'], 'quiet': 'very'}         | quiet           | ATTRIBUTE_WRONG_TYPE",
                "{'services': 'cut'}                            | services        | ATTRIBUTE_WRONG_TYPE",
                "{'services': ['cut', 'cut']}                   | services        | ATTRIBUTE_REPEATED",
                "{'services': ['cut'], 'products': '%s'}        | products        | ATTRIBUTE_TOO_LONG",
            })
    void whatDoesNotFitIsRefusedByField(String attributes, String key, PackReason reason) {
        var refusal = refusal(JSON.readTree(attributes.replace('\'', '"').replace("%s", "x".repeat(81))));
        assertThat(refusal.field()).isEqualTo("attributes." + key);
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    @Test
    void aRefusalNamesTheAttributeInBothLanguagesAndWhatMayBeChosen() {
        var facts = refusal(JSON.readTree("{\"services\": [\"cut\"], \"hairLength\": \"bald\"}"))
                .facts();
        assertThat(facts)
                .containsEntry("attribute", Words.of("Price holds for", "价格适用"))
                .containsEntry("choices", choices("hairLength"));
        assertThat(choices("hairLength")).hasSize(4).allMatch(choice -> choice.zh() != null);
    }

    private static Pack pack() {
        return new ShippedPacks(new PackFormat())
                .contents().stream()
                        .map(PackContent::read)
                        .filter(pack -> pack.id().equals(new PackId("hair-and-beauty")))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<Words> choices(String key) {
        return pack().attribute(key).orElseThrow().choices().stream()
                .map(Attribute.Choice::label)
                .toList();
    }

    private static Refusal refusal(JsonNode attributes) {
        return switch (HAIR.check(attributes)) {
            case Outcome.Refused<?>(var refusal) -> refusal;
            case Outcome.Done<?> done -> throw new AssertionError(done);
        };
    }
}
