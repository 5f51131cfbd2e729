package org.townloop.loop.invoice;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestPeople;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.surface.SalonPages;

/** A salon whose guests ask for invoices. */
abstract class InvoicingDay extends SalonPages {

    static final String CODE = "91350100M000100Y43";
    static final NewInvoiceRequest FOR_A_FIRM =
            new NewInvoiceRequest("invoice", "company", "柳溪贸易有限公司", CODE, "books@example.org");

    @Autowired
    Invoicing invoicing;

    @Autowired
    InvoiceDesk desk;

    @Autowired
    People people;

    Actor guest;
    Actor owner;

    @BeforeEach
    void who() {
        guest = actor(day.guest());
        owner = actor(day.owner());
    }

    Issuer issuer(int version) {
        return new Issuer(
                day.salon().merchant(), version, new Seller("同心美发店", "柳溪县钟楼街 12 号", "", CODE), new Tax(600, true));
    }

    Actor actor(TestPeople person) {
        return people.actor(new PersonId(person.id())).orElseThrow();
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
