package org.townloop.supply.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class PackFaultsTests {

    private static final PackFormat FORMAT = new PackFormat();

    /** Every line of it matters to the tests below, which count lines. */
    private static final String PACK = """
        id: knife-grinding
        version: 1
        name: {en: Knife grinding, zh: 磨刀}
        summary: {en: Sharp again while you wait., zh: 立等可取。}
        unit: {en: knife, zh: 把}
        staff: {en: grinder, zh: 师傅}
        resources:
          - {key: wheel, label: {en: Wheel, zh: 砂轮}}
        modes:
          - key: walk-in
            kind: walk-in
            label: {en: On a day, zh: 当日}
            mostWindowDays: 7
            cancellation: [{minutesBeforeStart: 60, keptPercent: 0}]
            keptPercentAfterStart: 20
            noShow: {keptPercent: 20, settledAfterMinutes: 60}
        pattern: {kind: waves, light: "#ffffff", dark: "#000000", stroke: "#123456"}
        attributes:
          type: object
          additionalProperties: false
          required: [steel]
          properties:
            steel: {label: {en: Steel, zh: 钢材}, type: string, oneOf: [{const: soft, label: {en: Soft, zh: 软}}, {const: hard, label: {en: Hard, zh: 硬}}]}
            loved: {label: {en: Loved, zh: 受欢迎}, type: boolean, statedBy: [visitor]}
        synonyms:
          - [knife, 刀]
        questions:
          - {key: age, label: {en: Your age, zh: 年龄}, type: number, required: true}
        checks:
          - require: quantity <= 5
            field: quantity
            refusal: {en: At most five., zh: 最多五把。}
          - require: answers.age >= 18
            field: answers.age
            refusal: {en: For adults., zh: 仅限成年人。}
        standard:
          - {key: grind, label: {en: Grind, zh: 磨}}
        complaints:
          - {key: blunt, label: {en: Still blunt, zh: 还是钝}, step: grind}
        """;

    @Test
    void aWholePackHasNoFault() {
        assertThat(FORMAT.faults(PACK)).isEmpty();
        var practice = PackContent.read(FORMAT.read("pack.yaml", PACK)).practice();
        assertThat(practice.complaints()).extracting(Practice.Complaint::step).containsExactly("grind");
    }

    @Test
    void whatIsFreeUntilItIsPackedKeepsNothingBefore() throws IOException {
        var groceries = new ClassPathResource("packs/groceries/pack.yaml").getContentAsString(StandardCharsets.UTF_8);
        assertThat(FORMAT.faults(groceries)).isEmpty();
        assertThat(FORMAT.faults(groceries.replace("keptPercent: 0}", "keptPercent: 20}")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.says().in(Locale.ENGLISH))
                        .startsWith("freeUntilPacked gives everything back"));
    }

    @Test
    void ofVeryManyFaultsTheFirstHundredAreShown() {
        var unknown = new StringBuilder(PACK);
        for (int i = 0; i < 2_000; i++) {
            unknown.append("zz").append(i).append(": 1\n");
        }
        var same = PACK + "unit: {en: knife, zh: 把}\n".repeat(1_000);
        for (var pack : new String[] {unknown.toString(), same}) {
            var faults = FORMAT.faults(pack);
            assertThat(faults).hasSize(PackFormat.MOST_FAULTS);
            assertThat(faults.getLast().says().in(Locale.ENGLISH)).startsWith("has more faults from here on");
        }
    }

    /** The parser falls over a letter of two halves that its buffer ends with, wherever that is. */
    @Test
    void aRareLetterMayStandAnywhere() {
        for (int before = 1_000; before < 1_060; before++) {
            assertThat(FORMAT.faults("#" + "x".repeat(before) + "𠀀𠀀𠀀\n" + PACK))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "version: 1|version: one|2:10|one is not of type integer",
                "unit: {en|units: {en|5:1|did you mean unit?",
                "kind: walk-in|kind: walkin|11:11|choose one of",
                "keptPercent: 20, settled|keptPercent: 10, settled|16:27|at least 20",
                "required: [steel]|required: [iron]|21:14|there is no attribute iron",
                "required: [steel]|required: [loved]|21:14|merchants may not state",
                "const: hard|const: soft|23:|soft is there twice",
                "[knife, 刀]|[knife, 刀, knife]|26:|knife is in group 1",
                "quantity <= 5|quantity <= answers.weight|30:26|undeclared reference",
                "quantity <= 5|quantity + 5|30:|expected",
                "quantity <= 5|quantity in [1,2].map(x, x)|30:|loops are not allowed",
                "quantity <= 5|quantity <= 10 / 0|30:14|cannot be worked out",
                "type: number, required: true|type: number|33:14|make the question required",
                "field: quantity|field: quantities|31:12|name one of",
                "step: grind}|step: polish}|39:|there is no polish",
                "key: wheel,|key: wheel, key: wheel2,|8:|key is there twice",
                "summary:|name:|4:1|name is there twice, first on line 3",
            })
    void aFaultIsNamedByLineAndColumnWithTheWayToMendIt(String right, String wrong, String at, String says) {
        assertThat(PACK).contains(right);
        assertThat(FORMAT.faults(PACK.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .anySatisfy(fault -> {
                    assertThat(fault.toString()).startsWith(at).contains(says);
                    assertThat(fault.says().zh()).isNotBlank();
                });
    }

    @Test
    void allFaultsAreNamedAtOnceInTheOrderOfTheLines() {
        var faults = FORMAT.faults(PACK.replace("version: 1", "version: 0")
                .replace("kind: waves", "kind: stripes")
                .replace("step: grind}", "step: polish}"));
        assertThat(faults).extracting(Fault::line).containsExactly(2, 17, 39);
    }

    @Test
    void whatIsTooCostlyIsRefusedWithItsLine() {
        var dear = PACK.replace("quantity <= 5", "quantity<5||".repeat(31).concat("true"));
        assertThat(FORMAT.faults(dear)).anySatisfy(fault -> {
            assertThat(fault.line()).isEqualTo(30);
            assertThat(fault.says().en()).contains("too costly");
        });
        var deep = PACK.replace("quantity <= 5", "(".repeat(60).concat("true").concat(")".repeat(60)));
        assertThat(FORMAT.faults(deep)).extracting(Fault::line).contains(30);
    }

    @Test
    void whatIsTooLongOrNamesItselfIsNotRead() {
        assertThat(FORMAT.faults("a: ".concat("x".repeat(YamlText.LONGEST)))).hasSize(1);
        assertThat(FORMAT.faults("a: &a [*a]")).isNotEmpty();
        assertThat(FORMAT.faults("[".repeat(100))).hasSize(1);
    }

    @Test
    void noShippedPackHasAFaultNorWhatItsPlacesBeginWith() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:packs/*/pack.yaml")) {
            assertThat(new PackFiles().faults(Path.of(file.getFile().getParent()), Locale.ENGLISH))
                    .isEmpty();
        }
    }

    @Test
    void aFolderIsLookedAtWithWhatItsPlacesBeginWith(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("pack.yaml"), PACK, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("start.yaml"), """
            resources: {wheel: 1}
            services:
              - key: grind
                resource: anvil
                attributes: {steel: wood}
            """);
        assertThat(new PackFiles().faults(folder, Locale.ENGLISH))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("start.yaml:4:15: ") && fault.contains("anvil"))
                .anyMatch(fault -> fault.contains("start.yaml:5:25: "));
    }
}
