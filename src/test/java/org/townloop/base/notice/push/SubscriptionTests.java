package org.townloop.base.notice.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Consents;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.wire.OpenWeb;
import org.townloop.base.notice.NoticeReason;
import org.townloop.supply.TestSalon;

/** Whose a browser is, and which addresses one may give. */
@TownTest
class SubscriptionTests {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Consents consents;

    @Autowired
    Atomically atomically;

    private final Browser browser = Browser.fresh();
    private final String endpoint = "https://push.example/" + UUID.randomUUID();

    @Test
    void aBrowserThatChangesHandsIsAnotherSubscription() {
        TestSalon.with(1, 1);
        var subscriptions = at("8.8.8.8");
        var lin = somebody();
        var wei = somebody();
        var ofLin = done(subscribe(subscriptions, lin));
        assertThat(done(subscribe(subscriptions, lin))).as("the same hands").isEqualTo(ofLin);

        var ofWei = done(subscribe(subscriptions, wei));

        assertThat(ofWei).isNotEqualTo(ofLin);
        assertThat(subscriptions.find(ofLin)).as("what was queued for Lin").isEmpty();
        assertThat(subscriptions.of(lin.person())).isEmpty();
        assertThat(subscriptions.of(wei.person())).extracting(Subscription::id).containsExactly(ofWei);
        assertThat(done(subscribe(subscriptions, lin))).as("and back again").isNotIn(ofLin, ofWei);
        assertThat(subscriptions.find(ofWei)).isEmpty();
    }

    @Test
    void anAddressOfAPrivateNetworkIsRefusedWhenItIsGiven() {
        TestSalon.with(1, 1);
        var lin = somebody();
        for (var machine : List.of("127.0.0.1", "10.0.0.7", "192.168.1.1", "169.254.169.254", "::1", "fd00::1")) {
            var subscriptions = at(machine);
            assertThat(subscribe(subscriptions, lin))
                    .as(machine)
                    .isEqualTo(Outcome.refused(NoticeReason.SUBSCRIPTION_PRIVATE));
            assertThat(subscriptions.of(lin.person())).isEmpty();
        }
    }

    private Subscriptions at(String machine) {
        return new Subscriptions(jdbc, consents, atomically, Clock.systemUTC(), new OpenWeb(host ->
                new InetAddress[] {InetAddress.getByName(machine)}));
    }

    private Outcome<UUID> subscribe(Subscriptions subscriptions, Actor actor) {
        return subscriptions.subscribe(
                actor, endpoint, BASE64.encodeToString(browser.publicKey()), BASE64.encodeToString(browser.auth()));
    }

    private static UUID done(Outcome<UUID> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<UUID>) outcome).value();
    }

    private static Actor somebody() {
        var person = new PersonId(TestPeople.resident(TestSalon.SHANGHAI).id());
        return new Actor(person, "Lin", TestSalon.SHANGHAI, Locale.ENGLISH, List.of());
    }
}
