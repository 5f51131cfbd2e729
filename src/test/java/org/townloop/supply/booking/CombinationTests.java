package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Several services at one appointment: what is shown can be held, and what somebody slow finds is shown. */
@SupplyTest
class CombinationTests {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);

    private final Combinations combinations;
    private final Offers offers;
    private final TestClock clock;

    CombinationTests(Combinations combinations, Offers offers, TestClock clock) {
        this.combinations = combinations;
        this.offers = offers;
        this.clock = clock;
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void oneAfterTheOtherByWhoeverCanDoIt() {
        var salon = TestSalon.with(2, 1);
        var cut = sold(salon, 45, salon.staff().get(0), "chair", false);
        var colour = sold(salon, 60, salon.staff().get(1), "chair", false);

        var plans = combinations.plans(new Combination(List.of(cut, colour), false), SATURDAY);

        assertThat(plans).hasSize(30);
        var first = plans.getFirst();
        assertThat(first.start()).isEqualTo(at("09:00"));
        assertThat(first.end()).isEqualTo(at("10:45"));
        assertThat(first.lasting()).isEqualTo(Duration.ofMinutes(105));
        assertThat(first.total().minor()).isEqualTo(25_600);
        assertThat(said(first)).containsExactly("09:00 45", "09:45 60");
        assertThat(first.pieces().getLast().staff())
                .containsExactly(salon.staff().get(1));
    }

    /** The nails while the colour acts, and not while the hair is cut, which nobody said. */
    @Test
    void whatMayBeDoneAlongsideIsDoneAtOnceByAnother() {
        var salon = TestSalon.with(2, 1);
        var colour = sold(salon, 90, salon.staff().get(0), "chair", false);
        var cut = sold(salon, 45, salon.staff().get(0), "chair", false);
        var nails = sold(salon, 60, salon.staff().get(1), null, true);

        var plan = combinations
                .plans(new Combination(List.of(cut, colour, nails), false), SATURDAY)
                .getFirst();
        var alone = combinations
                .plans(
                        new Combination(
                                List.of(
                                        cut,
                                        colour,
                                        sold(salon, 60, salon.staff().get(1), null, false)),
                                false),
                        SATURDAY)
                .getFirst();

        assertThat(plan.lasting()).isEqualTo(Duration.ofMinutes(135));
        assertThat(alone.lasting()).isEqualTo(Duration.ofMinutes(195));
    }

    @Test
    void theOrderIsKeptIfThatIsWanted() {
        var salon = TestSalon.with(1, 1);
        var cut = sold(salon, 45, salon.staff().getFirst(), "chair", false);
        var colour = sold(salon, 60, salon.staff().getFirst(), "chair", false);

        assertThat(said(first(new Combination(List.of(colour, cut), true)))).containsExactly("09:00 60", "10:00 45");
        assertThat(said(first(new Combination(List.of(cut, colour), true)))).containsExactly("09:00 45", "09:45 60");
    }

    /** Mei clears up for twenty minutes: another may go on at once, she herself after half an hour, which is too long. */
    @Test
    void nobodyWaitsLongerThanAQuarterOfAnHour() {
        var alone = TestSalon.with(1, 2);
        var cut = buffered(alone, 45, 20);
        var wash = buffered(alone, 30, 0);
        assertThat(combinations.plans(new Combination(List.of(cut, wash), true), SATURDAY))
                .isEmpty();
        assertThat(combinations.plans(new Combination(List.of(cut, wash), false), SATURDAY))
                .isNotEmpty();

        var two = TestSalon.with(2, 2);
        assertThat(combinations.plans(
                        new Combination(List.of(buffered(two, 45, 20), buffered(two, 30, 0)), true), SATURDAY))
                .isNotEmpty();
    }

    @Test
    void theNextDayIsGivenOnWhichThereIsAny() {
        var salon = TestSalon.with(1, 1).closedOn("2026-11-28").closedOn("2026-11-29");
        var wanted = new Combination(
                List.of(
                        sold(salon, 45, salon.staff().getFirst(), "chair", false),
                        sold(salon, 60, salon.staff().getFirst(), "chair", false)),
                false);

        assertThat(combinations.plans(wanted, SATURDAY)).isEmpty();
        assertThat(combinations.next(wanted, SATURDAY)).contains(SATURDAY.plusDays(2));
        assertThat(combinations.next(wanted, SATURDAY.plusDays(90))).isEmpty();
        assertThat(combinations.plans(wanted, SATURDAY.minusDays(90))).isEmpty();
    }

    /** Who does nails comes on Mondays only: on a Saturday nobody looks for what is not there. */
    @Test
    void whereOneServiceHasNoTimesNothingIsTried() {
        var always = TestSalon.with(2, 2);
        assertThat(tried(withNails(always), 1)).isPositive();
        var mondays = TestSalon.with(2, 2);
        mondays.works(mondays.staff().get(1), 1, "09:00", "18:00");
        assertThat(tried(withNails(mondays), 1)).isZero();
        assertThat(tried(withNails(mondays), 3)).isPositive();
    }

    private Combination withNails(TestSalon salon) {
        var mei = salon.staff().getFirst();
        var nails = sold(salon, 60, salon.staff().get(1), null, true);
        return new Combination(
                List.of(sold(salon, 45, mei, "chair", false), sold(salon, 60, mei, "chair", false), nails), false);
    }

    /** Five that may be done at once, all by Mei, who has not the time: each start alone is hard. */
    @Test
    void whatIsHardToFindIsGivenUp() {
        var salon = TestSalon.with(1, 1);
        var services = Stream.generate(() -> sold(salon, 240, salon.staff().getFirst(), null, true))
                .limit(5)
                .toList();
        assertThat(tried(new Combination(services, false), 60)).isBetween(DayPlans.STEPS / 2, DayPlans.STEPS);
    }

    /** In how many steps the next plans of so many days are looked for. */
    private int tried(Combination wanted, int count) {
        var days = combinations.days(wanted).orElseThrow();
        for (int day = 0; day < count; day++) {
            days.of(SATURDAY.plusDays(day));
        }
        return days.steps();
    }

    @Test
    void whatCannotBeCombinedIsSaid() {
        var salon = TestSalon.with(1, 1);
        var cut = sold(salon, 45, salon.staff().getFirst(), "chair", false);
        var elsewhere = TestSalon.with(1, 1);
        var other = sold(elsewhere, 45, elsewhere.staff().getFirst(), "chair", false);

        assertThat(reason(salon, List.of(cut))).isEqualTo(BookingReason.COMBINATION_SIZE);
        assertThat(reason(salon, List.of(cut, cut))).isEqualTo(BookingReason.COMBINATION_SIZE);
        assertThat(reason(salon, List.of(cut, other))).isEqualTo(BookingReason.AT_ANOTHER_PLACE);
        assertThat(reason(salon, List.of(cut, Counter.withdrawn(cut)))).isEqualTo(BookingReason.NOT_COMBINABLE);
        var six = Stream.generate(() -> sold(salon, 45, salon.staff().getFirst(), "chair", false))
                .limit(6)
                .toList();
        assertThat(reason(salon, six)).isEqualTo(BookingReason.COMBINATION_SIZE);
        assertThat(combinations.refusal(salon.place(), six.subList(0, 5))).isEmpty();
    }

    private Offer sold(TestSalon salon, int minutes, StaffId by, @Nullable String resource, boolean alongside) {
        return Counter.offered(offers, Combined.service(salon, minutes, Set.of(by), resource, alongside));
    }

    private Offer buffered(TestSalon salon, int minutes, int after) {
        return Counter.offered(
                offers,
                Counter.changed(
                        salon.haircut(),
                        Duration.ofMinutes(minutes),
                        Duration.ZERO,
                        Duration.ofMinutes(after),
                        Set.copyOf(salon.staff())));
    }

    private Plan first(Combination wanted) {
        return combinations.plans(wanted, SATURDAY).getFirst();
    }

    private Reason reason(TestSalon salon, List<Offer> wanted) {
        return combinations.refusal(salon.place(), wanted).map(Refusal::reason).orElseThrow();
    }

    private static List<String> said(Plan plan) {
        return plan.pieces().stream()
                .map(piece -> LocalTime.ofInstant(piece.start(), ZoneId.of("Asia/Shanghai")) + " "
                        + piece.offer().duration().toMinutes())
                .toList();
    }

    private static Instant at(String time) {
        return SATURDAY.atTime(LocalTime.parse(time))
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }
}
