package org.townloop.surface.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.surface.PageClient;
import org.townloop.surface.SalonDay;
import org.townloop.surface.SalonPages;

/** A refund that its gateway refuses, on the pages: of who is owed it, and of the two operators who see to it. */
class RefundsPageTests extends SalonPages {

    private static final String PATH = "/office/refunds";

    private UUID order;
    private UUID refund;
    private PageClient first;
    private PageClient second;
    private PageClient resident;

    /** It ends in 51, so that the gateway refuses it. */
    @BeforeEach
    void aRefusedRefund() throws IOException {
        order = day.paid(SalonDay.AT_THREE);
        var body = Map.of("amount", Map.of("minor", 1_051, "currency", "CNY"), "reason", "The water was cold");
        assertThat(day.client()
                        .post(
                                day.owner(),
                                "/api/orders/" + order + "/refunds",
                                UUID.randomUUID().toString(),
                                body)
                        .status())
                .isEqualTo(201);
        refund = TestTown.jdbc()
                .sql("select id from payment.refund where order_id = ? and state = 'FAILED'")
                .param(order)
                .query(UUID.class)
                .single();
        first = PageClient.of(port, TestPeople.inRole("OPERATOR", day.salon()));
        second = PageClient.of(port, TestPeople.inRole("OPERATOR", day.salon()));
        resident = PageClient.of(port, day.guest());
    }

    @Test
    void itIsSaidHonestlyAndPaidOtherwiseByTwo() throws IOException {
        assertThat(resident.get("/orders/" + order).words()).contains("is still owed to you", "is closed");
        var list = first.get(PATH);
        assertThat(item(list)).contains("10.51", "closed", "Ask the gateway again");

        var nothing = act(first, list, "otherwise", "");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(item(nothing)).contains("aria-invalid=\"true\"");

        var entered = first.follow(act(first, list, "otherwise", "BANK-2026-11"));
        assertThat(item(entered)).contains("To be confirmed", "BANK-2026-11").doesNotContain("value=\"confirm\"");
        assertThat(resident.get("/orders/" + order).words()).contains("We have sent it by bank transfer");
        assertThat(act(first, entered, "confirm", "").status()).isEqualTo(409);

        var confirmed = second.follow(act(second, second.get(PATH), "confirm", ""));
        assertThat(item(confirmed)).contains("Paid by bank transfer").doesNotContain("<form");
        assertThat(second.get(PATH).body()).doesNotContain(refund.toString());
        assertThat(second.get(PATH + "?shown=done").body()).contains(refund.toString());
        assertThat(resident.get("/orders/" + order).words())
                .contains("was paid to you by bank transfer, reference BANK-2026-11");
        assertThat(resident.get("/orders/" + order + "/receipt").words())
                .contains("Bank transfer, reference BANK-2026-11");
    }

    @Test
    void askedAgainThereIsAnotherToSeeTo() throws IOException {
        var asked = first.follow(act(first, first.get(PATH), "again", ""));
        assertThat(item(asked)).contains("Asked for again").doesNotContain("<form");
        assertThat(TestTown.jdbc()
                        .sql("select count(*) from payment.refund where order_id = ?")
                        .param(order)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whoIsNoOperatorSeesNothingOfIt() throws IOException {
        assertThat(resident.get(PATH).status()).isEqualTo(404);
        assertThat(first.get(PATH + "?shown=some").status()).isEqualTo(404);
    }

    private PageClient.Answer act(PageClient office, PageClient.Answer page, String act, String reference)
            throws IOException {
        return office.post(
                PATH + "/" + refund,
                page,
                Map.of(
                        "region",
                        region(),
                        "act",
                        act,
                        "reference",
                        reference,
                        "key",
                        UUID.randomUUID().toString()));
    }

    private String region() {
        return TestTown.jdbc()
                .sql("select code from region.region where id = ?")
                .param(day.salon().region().number())
                .query(String.class)
                .single();
    }

    /** Its part of the page. */
    private String item(PageClient.Answer page) {
        var from = page.body().indexOf("id=\"r-" + refund);
        assertThat(from).as(page.words()).isPositive();
        return page.body().substring(from, page.body().indexOf("</li>", from));
    }
}
