package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.Race;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.deal.DealReason;
import org.townloop.loop.deal.DealState;
import org.townloop.loop.deal.Draws;
import org.townloop.loop.deal.NewDeal;
import org.townloop.loop.deal.StandingState;
import org.townloop.supply.booking.BookingReason;

/** A deal sells so many pieces at its price, and the line for it is fair. */
@TownTest
class DealTests extends DealDay {

    @Test
    void inOneBatchExactlyTheStockIsSoldAndWhoIsRefusedLeavesNothing() {
        var deal = deal(7, 2, null);
        clock.set(OPENS);
        var answers = held(residents(20).stream().map(each -> lunchFor(each, 1)).toList());
        var sold = answers.stream()
                .filter(answer -> answer.orElseThrow() instanceof Outcome.Done)
                .toList();
        assertThat(sold).hasSize(7);
        assertThat(taken(deal)).isEqualTo(7);
        assertThat(daysTaken()).as("the days of the others are given back").isEqualTo(7);
        var first = order(sold.getFirst());
        assertThat(first.total()).isEqualTo(HALF);
        assertThat(first.first().deal()).isEqualTo(deal.id().value());
        assertThat(why(held(resident()))).isEqualTo(BookingReason.DEAL_SOLD_OUT);
    }

    @Test
    void whoWasRefusedADayThatIsGivenBackInTheSameBatchIsAskedAboutAgain() {
        lunch = written(house.setMenu(2));
        deal(3, 1, null);
        clock.set(OPENS);
        var one = resident();
        made(held(one));
        var wish = wish(lunch, DAY, 1);
        var again = new HoldAsked(one, wish, lunch, DAY, call(one, wish, "again"));
        var next = lunchFor(resident(), 1);
        var answers = held(List.of(again, next));
        assertThat(why(answers.getFirst())).isEqualTo(BookingReason.DEAL_MOST_EACH);
        assertThat(answers.getLast())
                .as("the last day was taken and given back before it")
                .isEmpty();
        assertThat(order(held(List.of(next)).getFirst()).total()).isEqualTo(HALF);
    }

    @Test
    void beforeItOpensAndAfterItClosesThePriceIsTheUsual() {
        deal(5, 5, null);
        assertThat(made(held(resident())).total()).isEqualTo(lunch.price());
        clock.set(CLOSES);
        closings.closeDue(1_000);
        assertThat(made(checkouts.hold(resident(), wish(lunch, DAY.plusSeconds(86_400), 1), "late"))
                        .total())
                .isEqualTo(lunch.price());
    }

    @Test
    void onePersonHasNoMoreThanOneMayHave() {
        deal(10, 2, null);
        clock.set(OPENS);
        var person = resident();
        assertThat(made(held(person, 2)).first().quantity()).isEqualTo(2);
        assertThat(why(held(person))).isEqualTo(BookingReason.DEAL_MOST_EACH);
        assertThat(made(held(resident())).total()).isEqualTo(HALF);
    }

    @Test
    void manyAtOnceGetExactlyTheStockAndOnePersonByManyHandsTheirShare() {
        var deal = deal(10, 2, null);
        clock.set(OPENS);
        var greedy = resident();
        var got = Race.of(40, hand -> held(hand < 10 ? greedy : resident()) instanceof Outcome.Done);
        assertThat(got.stream().filter(each -> each)).hasSize(10);
        assertThat(taken(deal)).isEqualTo(10);
        assertThat(daysTaken()).isEqualTo(10);
        assertThat(heldBy(greedy)).isLessThanOrEqualTo(2);
    }

    private int heldBy(Actor person) {
        return TestTown.jdbc()
                .sql("select count(*)::int from ordering.orders where resident_id = ?")
                .param(person.person().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsNotPaidForIsHadByTheNext() {
        var deal = deal(1, 1, null);
        clock.set(OPENS);
        made(held(resident()));
        assertThat(why(held(resident()))).isEqualTo(BookingReason.DEAL_SOLD_OUT);
        clock.move(Duration.ofMinutes(11));
        var next = made(held(resident()));
        assertThat(next.total()).isEqualTo(HALF);
        assertThat(taken(deal)).isEqualTo(1);
    }

    @Test
    void whoCameBeforeTheOpeningIsCalledInTheOrderOfTheDrawThatAnybodyCanCheck() {
        var deal = deal(3, 1, null);
        var people = residents(8);
        people.forEach(person -> joined(deal, person));
        assertThat(joined(deal, people.getFirst()).number())
                .as("one place for a person")
                .isEqualTo(1);
        assertThat(deals.get(deal.id()).seed()).isNull();

        clock.set(OPENS);
        calls.callDue(1_000);
        var seed = Objects.requireNonNull(deals.get(deal.id()).seed());
        assertThat(Draws.hash(seed)).isEqualTo(deal.seedHash());
        var fair = people.stream()
                .sorted(Comparator.comparing(
                        person -> Draws.rank(seed, stands(deal, person).number())))
                .toList();
        assertThat(called(deal, people)).containsExactlyInAnyOrderElementsOf(fair.subList(0, 3));
        assertThat(fair.stream().map(person -> stands(deal, person).turn())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);

        var late = resident();
        assertThat(joined(deal, late).turn()).isEqualTo(9);
        assertThat(why(held(late))).isEqualTo(DealReason.DEAL_HAS_A_LINE);
        assertThat(why(held(fair.get(3)))).isEqualTo(DealReason.DEAL_HAS_A_LINE);
        assertThat(made(held(fair.getFirst())).total()).isEqualTo(HALF);
        assertThat(stands(deal, fair.getFirst()).state()).isEqualTo(StandingState.HELD);
        assertThat(told(fair.getFirst().person().value())).isOne();

        clock.move(Duration.ofMinutes(6));
        calls.callDue(1_000);
        assertThat(stands(deal, fair.get(1)).state()).isEqualTo(StandingState.MISSED);
        assertThat(called(deal, people)).containsExactlyInAnyOrderElementsOf(fair.subList(3, 5));
    }

    private static int told(UUID person) {
        return TestTown.jdbc()
                .sql("select count(*)::int from notice.notice where person_id = ? and kind = 'YOUR_TURN'")
                .param(person)
                .query(Integer.class)
                .single();
    }

    @Test
    void theTurnsOfSeveralAreTakenInOneBatch() {
        var deal = deal(3, 1, null);
        var people = residents(5);
        people.forEach(person -> joined(deal, person));
        clock.set(OPENS);
        calls.callDue(1_000);
        var turns = called(deal, people);
        var answers = heldAtLast(people.stream().map(each -> lunchFor(each, 1)).toList());
        for (int i = 0; i < people.size(); i++) {
            if (turns.contains(people.get(i))) {
                assertThat(order(answers.get(i)).total()).isEqualTo(HALF);
            } else {
                assertThat(why(answers.get(i))).isEqualTo(DealReason.DEAL_HAS_A_LINE);
            }
        }
        assertThat(taken(deal)).isEqualTo(3);
    }

    @Test
    void whoJoinsWhileSomethingIsFreeIsCalledAtOnceAndWhoLeavesIsFollowedByTheNext() {
        var deal = deal(1, 1, null);
        clock.set(OPENS);
        var first = resident();
        var second = resident();
        assertThat(joined(deal, first).state()).isEqualTo(StandingState.CALLED);
        assertThat(joined(deal, second).state()).isEqualTo(StandingState.WAITING);
        line.leave(first, deal.id());
        assertThat(stands(deal, second).state()).isEqualTo(StandingState.CALLED);
    }

    @Test
    void twoDealsOfOneOfferAreNotOpenAtOnce() {
        deal(5, 1, null);
        var again = dealDesk.make(
                owner(), new NewDeal(lunch.id(), HALF, OPENS.plusSeconds(60), CLOSES.plusSeconds(60), 5, 1, null));
        assertThat(why(again)).isEqualTo(DealReason.DEAL_AT_THAT_TIME);
        var dearer = dealDesk.make(owner(), new NewDeal(lunch.id(), lunch.price(), OPENS, CLOSES, 5, 1, null));
        assertThat(why(dearer)).isEqualTo(DealReason.DEAL_PRICE_NOT_LOWER);
    }

    @Test
    void oneThatIsTakenBackBeforeItOpensSellsNothing() {
        var deal = deal(5, 1, null);
        var person = resident();
        joined(deal, person);
        made(dealDesk.withdraw(owner(), deal.id()));
        clock.set(OPENS);
        assertThat(made(held(resident())).total()).isEqualTo(lunch.price());
        assertThat(stands(deal, person).state()).isEqualTo(StandingState.OVER);
        assertThat(deals.get(deal.id()).state()).isEqualTo(DealState.WITHDRAWN);
    }

    @Test
    void whatNeedsEnoughBuyersIsHadAfterItsClose() {
        lunch = written(house.setMenu(500));
        made(dealDesk.make(owner(), new NewDeal(lunch.id(), HALF, OPENS, DAY.plusSeconds(3_600), 5, 1, 2)));
        clock.set(OPENS);
        assertThat(why(held(resident()))).isEqualTo(DealReason.DEAL_DAYS_LATER);
    }
}
