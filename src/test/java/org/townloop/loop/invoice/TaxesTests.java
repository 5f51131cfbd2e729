package org.townloop.loop.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestPeople;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.PageClient;
import org.townloop.surface.SalonDay;
import org.townloop.surface.SalonPages;

/** A region says how sales are taxed; merchants that say nothing else issue by it. */
class TaxesTests extends SalonPages {

    @Autowired
    private Taxes taxes;

    @Autowired
    private InvoiceDesk desk;

    @Autowired
    private Invoicing invoicing;

    @Autowired
    private People people;

    /** Others live in this region. */
    @AfterEach
    void nothingIsSaidAnyMore() {
        taxes.write(operator(), day.salon().region(), null);
    }

    @Test
    void aMerchantThatSaysNoRateHasThatOfItsRegion() throws IOException {
        var owner = actor(day.owner());
        var place = day.salon().place();
        var nothing =
                new Issuer(day.salon().merchant(), 0, new Seller("同心美发店", "钟楼街 12 号", "", "91350100M000100Y43"), null);
        assertThat(desk.write(owner, place, nothing))
                .isEqualTo(Outcome.refused(Refusal.of(InvoiceReason.TAX_RATE_MISSING, "rate")));
        var region = day.salon().region();
        assertThatThrownBy(() -> taxes.write(owner, region, new Tax(900, true))).isInstanceOf(Absent.class);

        taxes.write(operator(), region, new Tax(900, true));
        assertThat(desk.write(owner, place, nothing)).isEqualTo(Outcome.done(0));
        var order = new OrderId(day.paid(SalonDay.AT_THREE));
        var guest = actor(day.guest());
        invoicing.ask(
                guest,
                order,
                new NewInvoiceRequest("invoice", "person", "Lin", "", ""),
                UUID.randomUUID().toString());
        var issued = invoicing.documents(guest, order).getFirst();
        taxes.write(operator(), region, new Tax(300, false));
        assertThat(invoicing.documents(guest, order)).containsExactly(issued);
        assertThat(issued.tax()).isEqualTo(new Tax(900, true));
    }

    @Test
    void theOfficeSaysIt() throws IOException {
        var office = PageClient.of(port, TestPeople.inRole("OPERATOR", day.salon()));
        var form = office.get("/office/taxes");
        assertThat(form.words()).contains("Nothing is said here or above");
        var region = form.field("region");
        var wrong = office.post("/office/taxes", form, Map.of("region", region, "rate", "sixty", "included", "yes"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("sixty");
        office.post("/office/taxes", form, Map.of("region", region, "rate", "6.5", "included", "yes"));
        assertThat(taxes.own(day.salon().region())).contains(new Tax(650, true));
        assertThat(office.get("/office/taxes").words()).contains("6.5 %, included in prices", "said here");
    }

    private Actor operator() {
        return actor(TestPeople.inRole("OPERATOR", day.salon()));
    }

    private Actor actor(TestPeople person) {
        return people.actor(new PersonId(person.id())).orElseThrow();
    }
}
