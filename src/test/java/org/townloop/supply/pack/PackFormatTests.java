package org.townloop.supply.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.node.ObjectNode;

class PackFormatTests {

    private static final PackFormat FORMAT = new PackFormat();
    private static final String HAIR = hair();

    @Test
    void theShippedPackHasNoFault() {
        assertThat(FORMAT.faults(HAIR)).isEmpty();
    }

    @Test
    void theShippedPackSaysWhatAHairdresserWouldSay() {
        var pack = PackContent.read(FORMAT.read("pack.yaml", HAIR));
        assertThat(pack.id()).isEqualTo(new PackId("hair-and-beauty"));
        assertThat(pack.name().zh()).isEqualTo("美容美发");
        assertThat(pack.usualMode().startEvery()).isEqualTo(Duration.ofMinutes(15));
        assertThat(pack.resourceKind("chair").orElseThrow().label().zh()).isEqualTo("椅位");
        var services = pack.attribute("services").orElseThrow();
        assertThat(services.type()).isEqualTo(Attribute.Type.CHOICES);
        assertThat(services.choice("beard").orElseThrow().label().zh()).isEqualTo("剃须修面");
        assertThat(pack.attribute("quiet").orElseThrow().type()).isEqualTo(Attribute.Type.FLAG);
        assertThat(pack.attribute("hairLength").orElseThrow().type()).isEqualTo(Attribute.Type.CHOICE);
        assertThat(pack.attribute("experienceYears").orElseThrow().type()).isEqualTo(Attribute.Type.NUMBER);
        assertThat(pack.attribute("products").orElseThrow().type()).isEqualTo(Attribute.Type.TEXT);
        assertThat(pack.synonyms()).anyMatch(group -> group.contains("haircut") && group.contains("理发"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "version: |version: x|version:",
                "zh: 美容美发}|zh: ''}|name.zh:",
                "startEveryMinutes: 15|startEveryMinutes: 7|modes.0.startEveryMinutes:",
                "keptPercent: 30|keptPercent: 130|modes.0.cancellation.1.keptPercent:",
                "keptPercent: 30|keptPercent: 0|modes.0.cancellation.1.keptPercent: the shares",
                "stroke: \"#a8321f\"|stroke: red|pattern.stroke:",
                "label: {en: No upselling, zh: 不推销}|label: {en: No upselling}|attributes.properties.noUpselling.label:",
                "required: [services]|required: [manners]|attributes.required.0: there is no attribute manners",
                "key: washbasin, label|key: wash basin, label|resources.1.key:",
                "summary:|sumary:|the file:",
                "kind: appointment|kind: teleport|modes.0.kind:",
                "kind: appointment|kind: stay|modes.0:",
            })
    void aFaultIsNamedByItsField(String right, String wrong, String field) {
        assertThat(HAIR).contains(right);
        assertThat(FORMAT.faults(HAIR.replace(right, wrong)))
                .anyMatch(fault -> (fault.subject() + ": " + fault.says().en()).startsWith(field));
    }

    /** Orders were sold under versions that were written before a pack could have several modes. */
    @Test
    void whatWasSaidOfThePackIsReadAsItsOnlyMode() {
        var pack = PackContent.read(FORMAT.read("pack.yaml", HAIR));
        var before = (ObjectNode) FORMAT.read("pack.yaml", HAIR);
        var mode = (ObjectNode) before.remove("modes").get(0);
        mode.remove(List.of("key", "kind", "label"));
        before.setAll(mode);
        assertThat(PackContent.read(before).modes()).isEqualTo(pack.modes());
        before.put("mode", "walk-in").put("mostWindowDays", 90);
        assertThat(PackContent.read(before).mode("walk-in").booking()).isEqualTo(new BookingMode.WalkIn(90));
    }

    @Test
    void whatIsNoYamlIsRefusedByLine() {
        assertThat(FORMAT.faults("id: [hair\nversion: 1"))
                .singleElement()
                .extracting(Fault::line)
                .isEqualTo(2);
        assertThat(FORMAT.faults("")).isNotEmpty();
    }

    private static String hair() {
        try {
            return new ClassPathResource("packs/hair-and-beauty/pack.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
