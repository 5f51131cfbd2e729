package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;
import org.townloop.surface.PageClient;

/** A guest without an account calls off what staff took for them, by the link that they have. */
@TownTest
class GuestCancellationTests extends GuestOrderSalon {

    @Test
    void whatIsNotPaidYetIsLetGo() throws IOException {
        var taken = taken(Pays.ESCROW);
        var browser = PageClient.visitor(port);
        var page = browser.get(link());
        var off = browser.post("/pay/" + taken.secret() + "/cancellation", page, sure(page));
        assertThat(browser.follow(off).words()).contains("This order was called off");
        assertThat(orders.get(taken.order().id()).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void whatIsPaidGoesBackByThePolicyThatWasSold() throws IOException {
        var taken = taken(Pays.ESCROW);
        var written = link();
        var browser = PageClient.visitor(port);
        pay(browser, written);
        var page = browser.get(written);
        assertThat(page.words()).contains("If you cancel now, you get back");

        var handed = "/pay/" + taken.secret();
        var staff = PageClient.of(port, counter);
        for (var link : new String[] {handed, written}) {
            assertThat(staff.get(link).words()).doesNotContain("If you cancel now");
            assertThat(staff.post(link + "/cancellation", staff.get("/account"), sure(page))
                            .status())
                    .as("those who work there")
                    .isEqualTo(404);
        }
        var other = PageClient.visitor(port);
        assertThat(other.post(handed + "/cancellation", other.get("/sign-in"), sure(page))
                        .status())
                .as("who has the link that staff know, in another browser")
                .isEqualTo(404);

        var less = browser.post(written + "/cancellation", page, Map.of("refund", "1", "key", "k"));
        assertThat(less.words()).as("not the refund that was seen").contains("Nothing was cancelled");
        browser.post(written + "/cancellation", page, sure(page));
        assertThat(browser.get(written).words()).doesNotContain("If you cancel now");
        await().until(() -> {
            var order = orders.get(taken.order().id());
            return order.state() != OrderState.PAID || checkouts.waiting(order).isPresent();
        });
    }

    @Test
    void ofAGuestWithoutALetterWhoeverPaidCallsItOff() throws IOException {
        var taken = takenWithoutContact();
        var handed = "/pay/" + taken.secret();
        var browser = PageClient.visitor(port);
        pay(browser, handed);
        var page = browser.get(handed);
        browser.post(handed + "/cancellation", page, sure(page));
        assertThat(browser.get(handed).words()).doesNotContain("If you cancel now");
    }

    private static Map<String, String> sure(PageClient.Answer page) {
        return Map.of("refund", page.field("refund"), "key", page.field("key"));
    }

    private void pay(PageClient browser, String link) throws IOException {
        var paying = browser.post(link, browser.get(link), Map.of("gateway", "sandbox", "key", "k"));
        new LoopClient(port).press(paying.location(), "succeed");
        await().until(() -> browser.get(link).words().contains("Paid"));
    }
}
