package org.townloop.surface.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestCleaners;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.CancellationPolicy;
import org.townloop.supply.pack.NoShowPolicy;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Pages;
import org.townloop.surface.page.Texts;

/** What an offer's page says of who calls off and of who is not there, also as packs of others may have it. */
@TownTest
class PoliciesTests {

    private static final NoShowPolicy NO_SHOW = new NoShowPolicy(Duration.ofMinutes(15), 50, Duration.ofHours(24));
    private static final CancellationPolicy JUST_PAID =
            new CancellationPolicy(List.of(), 100, null, null, Duration.ofMinutes(5));
    private static final CancellationPolicy STEPS = new CancellationPolicy(
            List.of(new CancellationPolicy.Step(Duration.ofHours(2), 0)), 100, null, null, Duration.ofMinutes(5));

    @Autowired
    Offers offers;

    @Autowired
    Pages pages;

    @Autowired
    TestClock clock;

    private Page page;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        page = pages.of(new MockHttpServletRequest(), Texts.ENGLISH);
    }

    @Test
    void whoIsVisitedIsNotSaidToCome() {
        var cleaning = written(TestCleaners.with(1).cleaning(1, 60));
        for (var offer : List.of(cleaning, forDeposit(cleaning))) {
            assertThat(said(offer, STEPS))
                    .contains("they wait 15", "If nobody is there")
                    .doesNotContain("If you do not come", "The place waits");
        }
        assertThat(said(forDeposit(written(TestSalon.with(1, 1).haircut())), STEPS))
                .contains("If you do not come", "The place waits");
    }

    @Test
    void onlyWhatFollowsUponAStepIsLater() {
        var haircut = forDeposit(written(TestSalon.with(1, 1).haircut()));
        assertThat(said(haircut, JUST_PAID))
                .contains("after you have paid", "If you call it off, the deposit of ¥38.40 does not come back.")
                .doesNotContain("Later");
        assertThat(said(haircut, STEPS)).contains("Later the deposit of ¥38.40 does not come back.");
    }

    private String said(Offer offer, CancellationPolicy cancellation) {
        return String.join(" ", Policies.of(page, offer, cancellation, NO_SHOW));
    }

    /** The same for a deposit, which no pack that is shipped has for visits at home. */
    private static Offer forDeposit(Offer offer) {
        return new Offer(
                offer.id(),
                offer.version(),
                offer.region(),
                offer.place(),
                offer.merchant(),
                offer.pack(),
                offer.packVersion(),
                offer.title(),
                offer.description(),
                offer.price(),
                offer.duration(),
                offer.bufferBefore(),
                offer.bufferAfter(),
                offer.resourceKind(),
                offer.attributes(),
                offer.staff(),
                offer.mode(),
                offer.arrangement(),
                offer.menu(),
                new Deposit(30),
                null,
                offer.active());
    }

    private Offer written(NewOffer offered) {
        return switch (offers.write(offered)) {
            case Outcome.Done<Offer>(var offer) -> offer;
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
