package org.townloop.base.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;
import org.townloop.supply.TestSalon;

@TownTest
class TemplateTests {

    private static final RegionId TOWN = TestSalon.NEW_YORK;

    @Autowired
    Templates templates;

    @Autowired
    Previews previews;

    @Autowired
    ShippedDrafts shipped;

    @Autowired
    Regions regions;

    private PersonId operator;

    @BeforeEach
    void open() {
        TestSalon.in(TOWN, 1, 1);
        operator = new PersonId(TestPeople.resident(TOWN).id());
    }

    static Stream<Letter> letters() {
        return Arrays.stream(Letter.values());
    }

    @ParameterizedTest
    @MethodSource("letters")
    void everyShippedLetterCanBeSentInBothLanguagesAndFitsFourSegments(Letter letter) {
        for (var language : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            assertThat(previews.of(TOWN, letter, language, shipped.of(letter, language)))
                    .isInstanceOfSatisfying(Outcome.Done.class, done -> {
                        var preview = (Previews.Preview) done.value();
                        assertThat(preview.words().title()).doesNotContain("{", "}", "''");
                        assertThat(preview.words().full()).doesNotContain("{", "}", "''");
                        assertThat(preview.sms().segments()).isLessThanOrEqualTo(4);
                    });
        }
    }

    /** Amounts in minor units: what comes back of 214, and what the place keeps. */
    @ParameterizedTest
    @CsvSource({
        "21400, 0, You get back ¥214., 退款 ¥214。",
        "17120, 4280, You get back ¥171.20; the place keeps ¥42.80., 商家按约定保留 ¥42.80。",
        "0, 21400, Nothing comes back: by the terms the place keeps ¥214., 按约定不退款，商家保留 ¥214。",
        "0, 0, Called off: Haircut at Tongxin Hair. L, 已取消：同心发艺“剪发”。L"
    })
    void whoCallsOffIsToldWhatComesBackAndWhatIsKept(long refund, long kept, String english, String chinese) {
        Map<String, Object> facts = Map.of(
                "title",
                Words.of("Haircut", "剪发"),
                "place",
                Words.of("Tongxin Hair", "同心发艺"),
                "totalMinor",
                21_400,
                "refundMinor",
                refund,
                "keptMinor",
                kept,
                "currency",
                "CNY");
        assertThat(brief(Locale.ENGLISH, facts)).contains(english).doesNotContain("¥0");
        assertThat(brief(Locale.SIMPLIFIED_CHINESE, facts)).contains(chinese).doesNotContain("¥0");
    }

    private String brief(Locale language, Map<String, Object> facts) {
        var said = new FactWords(language, regions.get(TestSalon.SHANGHAI)).of(facts, "Lin", "L");
        return Composer.words(shipped.of(Letter.CANCELLED, language), language, said)
                .brief();
    }

    @Test
    void theOperatorsWordsAreSentUntilTheyAreDismissedAndEveryVersionIsKept() {
        var own = new Draft("Yours: {what}", "It is yours: {link}", "Dear {name}, it is yours.");
        assertThat(templates.write(operator, TOWN, Letter.PAID, Locale.ENGLISH, own))
                .isInstanceOf(Outcome.Done.class);
        assertThat(templates.current(TOWN, Letter.PAID, Locale.ENGLISH)).isEqualTo(own);
        assertThat(templates.current(TOWN, Letter.PAID, Locale.SIMPLIFIED_CHINESE))
                .isEqualTo(shipped.of(Letter.PAID, Locale.SIMPLIFIED_CHINESE));
        var all = templates.current(TOWN, List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE));
        assertThat(all).hasSize(Letter.values().length);
        assertThat(all.get(Letter.PAID))
                .containsEntry(Locale.ENGLISH, new Templates.Sent(own, true))
                .containsEntry(
                        Locale.SIMPLIFIED_CHINESE,
                        new Templates.Sent(shipped.of(Letter.PAID, Locale.SIMPLIFIED_CHINESE), false));
        templates.dismiss(operator, TOWN, Letter.PAID, Locale.ENGLISH);
        assertThat(templates.current(TOWN, List.of(Locale.ENGLISH)).get(Letter.PAID))
                .containsEntry(Locale.ENGLISH, new Templates.Sent(shipped.of(Letter.PAID, Locale.ENGLISH), false));
        assertThat(templates.current(TOWN, Letter.PAID, Locale.ENGLISH))
                .isEqualTo(shipped.of(Letter.PAID, Locale.ENGLISH));
        assertThat(templates.versions(TOWN, Letter.PAID, Locale.ENGLISH, 10)).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello {nmae}       | TEMPLATE_UNKNOWN_PARAMETER | {nmae}",
                "Your code is there | TEMPLATE_MISSING_PARAMETER | {code}",
                "{code              | TEMPLATE_UNREADABLE        |",
                "''                 | TEMPLATE_EMPTY             |"
            })
    void aTemplateThatCannotBeSentIsNotSavedAndWhatIsWrongIsNamed(String brief, NoticeReason reason, String named) {
        var draft = new Draft("{code}", brief == null ? "" : brief, "{code}");
        var came = templates.write(operator, TOWN, Letter.CODE, Locale.ENGLISH, draft);
        assertThat(came).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            var refusal = refused.refusal();
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.field()).isEqualTo("brief");
            if (named != null) {
                assertThat(refusal.facts()).containsEntry("parameter", named);
            }
        });
        assertThat(templates.versions(TOWN, Letter.CODE, Locale.ENGLISH, 1)).isEmpty();
    }

    @Test
    void whatSomebodyIsCalledIsNoTemplate() {
        var said = Map.<String, Object>of("name", "{code} <b>", "code", "1", "town", "T", "link", "");
        var words = Composer.words(new Draft("{name}", "{name}", "{name}"), Locale.ENGLISH, said);
        assertThat(words.brief()).isEqualTo("{code} <b>");
    }

    @ParameterizedTest
    @CsvSource({"160, a, 1, 0", "161, a, 2, 145", "70, 好, 1, 0", "71, 好, 2, 63", "80, €, 1, 0", "1, 😀, 1, 68"})
    void segmentsAreCountedAsGatewaysCharge(int times, String character, int segments, int left) {
        var length = SmsLength.of(character.repeat(times));
        assertThat(length.segments()).isEqualTo(segments);
        assertThat(length.left()).isEqualTo(left);
    }
}
