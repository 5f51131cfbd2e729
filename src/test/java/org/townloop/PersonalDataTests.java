package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.PersonalDataRules.Column;
import org.townloop.base.identity.Erasures;
import org.townloop.base.identity.Kept;
import org.townloop.base.kernel.Event;

/** No table with people in it is forgotten when somebody wants their data, or wants to be forgotten. */
@TownTest
class PersonalDataTests {

    private static final String ONLY_AN_ID = "an id that leads to no name any more";
    private static final String STAFF = "the team as the shop presents it: no account, and the shop's to change";
    private static final String OF_A_PLACE = "of a place or a firm, shown to everybody";

    /** Tables and columns that stay out of an export and an erasure, and why that is right. */
    private static final Map<String, String> EXPLAINED = Map.ofEntries(
            Map.entry("kernel.idempotency", "deleted by Idempotency, which belongs to no module with people"),
            Map.entry("identity.erasure", "who was erased, by id only: what keeps them erased"),
            Map.entry("identity.audit", ONLY_AN_ID + "; its subjects are ids and roles"),
            Map.entry("ledger.account.owner_id", "a merchant or a partner of the region, by id"),
            Map.entry("region.region.partner_id", "cleared with the role of a partner, without which nobody is erased"),
            Map.entry("merchant.place.address", OF_A_PLACE),
            Map.entry("merchant.place.phone", OF_A_PLACE),
            Map.entry("feedback.review.resident_id", ONLY_AN_ID),
            Map.entry("voucher.voucher.redeemed_by", ONLY_AN_ID + "; the merchant's proof of who redeemed"),
            Map.entry("voucher.scan.counter_id", ONLY_AN_ID + "; the merchant's proof of who redeemed"),
            Map.entry("voucher.scan.first_counter_id", ONLY_AN_ID + "; the merchant's proof of who redeemed"),
            Map.entry("voucher.scan.looked_into_by", ONLY_AN_ID),
            Map.entry("voucher.scan.staff_id", STAFF),
            Map.entry("quote.survey_time.staff_id", STAFF),
            Map.entry("quote.request.answer_by", "a time: until when the place is to answer"),
            Map.entry(
                    "quote.quotation.note", "what the place offers, as it was written; it stays with what was agreed"),
            Map.entry("voucher.redemption", ONLY_AN_ID + "; the merchant's proof of who redeemed"),
            Map.entry("voucher.quarantined", ONLY_AN_ID + "; the merchant's proof of what a lost device signed"),
            Map.entry(
                    "voucher.device",
                    "a shop's telephone under the name that the shop gave it; who enrolled it by id only"),
            Map.entry("notice.template", ONLY_AN_ID + "; the operator's words to everybody"),
            Map.entry("merchant.merchant", ONLY_AN_ID + "; the firm and what an operator decided of it"),
            Map.entry("merchant.take_over", ONLY_AN_ID + "; the operator's words to whoever asked"),
            Map.entry("identity.sign_in", "a contact is found by the person it belongs to, and goes with it"),
            Map.entry("ordering.pay_link.made_by", ONLY_AN_ID + "; who took the order"),
            Map.entry("dispute.dispute.appealed_by", "which of the two sides, and not who"),
            Map.entry("ordering.given_back.given_by", ONLY_AN_ID + "; who gave it"),
            Map.entry("ordering.balance_receipt.noted_by", ONLY_AN_ID + "; who has the rest of a price"),
            Map.entry("ordering.balance_receipt.undone_by", ONLY_AN_ID + "; who took that back"),
            Map.entry("stored.draw.partner_id", "who earned the share of the region, by id only"),
            Map.entry("stored.draw.drawn_by", ONLY_AN_ID + "; who took it of a card"),
            Map.entry("stored.draw.undone_by", ONLY_AN_ID + "; who took that back"),
            Map.entry("payment.webhook", ONLY_AN_ID + "; what gateways said, and what an operator found out about it"),
            Map.entry("sandbox.dispute", "the demo's gateway, which is somebody else"),
            Map.entry("kernel.scheduled_task", "jobs; a process picks them, no person"),
            Map.entry("invoice.issuer", "what a firm says of itself to the tax office; who wrote it down by id only"),
            Map.entry("invoice.tax.changed_by", ONLY_AN_ID + "; who operates the region"),
            Map.entry("region.region.name", OF_A_PLACE),
            Map.entry("merchant.staff_hours", STAFF),
            Map.entry("merchant.shift", STAFF),
            Map.entry("offer.staff", STAFF));

    @Autowired
    private Erasures erasures;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyTableWithPeopleIsAnsweredFor() {
        assertThat(PersonalDataRules.uncovered(schema(), erasures.kept(), EXPLAINED))
                .isEmpty();
        assertThat(PersonalDataRules.idle(schema(), EXPLAINED)).isEmpty();
    }

    @Test
    void aTableThatNobodyAnswersForIsFound() {
        var guestbook = Stream.of("id", "resident_id", "note").map(name -> new Column("visit.guestbook", name));
        var schema = Stream.concat(schema().stream(), guestbook).toList();
        assertThat(PersonalDataRules.uncovered(schema, erasures.kept(), EXPLAINED))
                .hasSize(2);

        var half = new ArrayList<>(erasures.kept());
        half.add(Kept.stays(
                "guestbook", "visit.guestbook", "select 1 from visit.guestbook where resident_id = :person"));
        assertThat(PersonalDataRules.uncovered(schema, half, EXPLAINED))
                .as("a column of free words that is neither shown nor erased")
                .hasSize(1);
        assertThat(PersonalDataRules.idle(schema(), Map.of("visit.gone", "it was there once")))
                .hasSize(1);
    }

    @Test
    void everyQueryAndEveryErasureRuns() {
        for (var kept : erasures.kept()) {
            if (!kept.shown().isEmpty()) {
                assertThat(jdbc.sql(kept.shown())
                                .param("person", UUID.randomUUID())
                                .query()
                                .listOfRows())
                        .as(kept.what())
                        .isEmpty();
            }
            assertThat(kept.fate() != Kept.Fate.STAYS_NAMELESS
                            && kept.fate() != Kept.Fate.STAYS_BY_LAW
                            && kept.erased().isEmpty())
                    .as(kept.what() + " goes, and nothing deletes it")
                    .isFalse();
            if (!kept.erased().isEmpty()) {
                jdbc.sql(kept.erased())
                        .param("people", new UUID[] {UUID.randomUUID()})
                        .param("now", Timestamp.from(TestClock.START))
                        .param("keepWords", false)
                        .update();
            }
        }
    }

    /** Events are read for years and never changed: nothing in them may be about a person but an id. */
    @Test
    void eventsCarryIdsAndAmountsOnly() {
        assertThat(EventRules.events())
                .hasSizeGreaterThan(8)
                .allSatisfy(event -> assertThat(EventRules.words(event))
                        .as(event.getSimpleName())
                        .isEmpty());
        assertThat(EventRules.words(GuestNamed.class)).containsExactly("name");
    }

    private record GuestNamed(UUID subject, String name, String currency) implements Event {}

    private List<Column> schema() {
        return jdbc.sql("""
            select table_schema || '.' || table_name as table, column_name as name
            from information_schema.columns
            where table_schema not in ('public', 'pg_catalog', 'information_schema')
            order by 1, ordinal_position
            """)
                .query((row, number) -> new Column(row.getString("table"), row.getString("name")))
                .list();
    }
}
