package org.townloop.loop.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.kernel.Outcome;
import org.townloop.surface.PageClient;
import org.townloop.surface.SalonDay;
import org.townloop.surface.SalonPages;

/** A report is read in which something differs; at the office it is looked into, explained and settled. */
class ReconciliationPagesTests extends SalonPages {

    private static final String PATH = "/office/reconciliation";

    @Autowired
    private Reconciliation reconciliation;

    @Test
    void aReportThatDiffersIsWorkedOffOnThePage() throws IOException {
        var payment = payment(day.paid(SalonDay.AT_THREE));
        TestTown.jdbc()
                .sql("update sandbox.entry set amount_minor = amount_minor - 100 where reference = ?")
                .param(payment.toString())
                .update();
        assertThat(reconciliation.read("sandbox", LocalDate.ofInstant(TestClock.START, ZoneOffset.UTC)))
                .isInstanceOf(Outcome.Done.class);
        var office = PageClient.of(port, TestPeople.inRole("OPERATOR", day.salon()));
        var found = office.get(PATH);
        assertThat(found.status()).isEqualTo(200);
        assertThat(item(found, payment)).contains("Another amount", "128", "127", "Open");

        var id = difference(payment);
        var missing = act(office, found, id, " ", "settled");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(item(missing, payment)).contains("aria-invalid=\"true\"");

        var explained = act(office, found, id, "Their fee was taken off", "explained");
        assertThat(item(office.follow(explained), payment)).contains("Explained", "Their fee was taken off");
        assertThat(act(office, found, id, "Their fee was taken off", "explained")
                        .status())
                .as("pressed twice")
                .isEqualTo(303);

        var settled = act(office, office.get(PATH), id, "They have sent the rest", "settled");
        assertThat(item(office.follow(settled), payment))
                .contains("Settled", "They have sent the rest")
                .doesNotContain("<textarea");
    }

    private PageClient.Answer act(PageClient office, PageClient.Answer page, UUID id, String note, String state)
            throws IOException {
        return office.post(
                PATH + "/" + id,
                page,
                Map.of("region", region(), "note", note, "state", state, "key", state + note.hashCode()));
    }

    /** Its part of the page. */
    private static String item(PageClient.Answer page, UUID payment) {
        var from = page.body().lastIndexOf("<li", page.body().indexOf(payment.toString()));
        return page.body().substring(from, page.body().indexOf("</li>", from));
    }

    private String region() {
        return TestTown.jdbc()
                .sql("select code from region.region where id = ?")
                .param(day.salon().region().number())
                .query(String.class)
                .single();
    }

    private static UUID payment(UUID order) {
        return TestTown.jdbc()
                .sql("select intent_id from payment.share where order_id = ?")
                .param(order)
                .query(UUID.class)
                .single();
    }

    private static UUID difference(UUID payment) {
        return TestTown.jdbc()
                .sql("select id from reconciliation.difference where reference = ?")
                .param(payment.toString())
                .query(UUID.class)
                .single();
    }
}
