package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.townloop.base.kernel.Ids;
import org.townloop.launch.postgres.Database;

/** The same way, paid with a gift voucher, and called off. */
final class CardCrashWalk extends CrashWalk {

    private static final int MOST_DECLINED = 5;

    private final UUID card;
    private final boolean whole;
    private int declined;

    CardCrashWalk(ChildTown town, Database database, boolean whole) {
        super(town, database);
        this.whole = whole;
        this.card = Ids.next(salon.region(), Instant.parse("2026-11-20T00:00:00Z"));
        gift(whole ? 12_800 : 6_000);
    }

    /** As a sale leaves it: the platform has paid for its order, and that is on the card. */
    private void gift(long minor) {
        var sale = Ids.next(salon.region(), Instant.parse("2026-11-20T00:00:00Z"));
        jdbc.sql("""
            insert into stored.card (region_id, id, merchant_id, place_id, kind, worth_minor, currency, owner_id, order_id,
                line, sold_at)
            values (?, ?, ?, ?, 'GIFT', ?, 'CNY', ?, ?, 1, '2026-11-20T00:00:00Z')
            """)
                .params(
                        salon.region().number(),
                        card,
                        salon.merchant().value(),
                        salon.place().value(),
                        minor,
                        resident.id(),
                        sale)
                .update();
        jdbc.sql("""
            insert into ledger.account (region_id, kind, owner_id, currency)
            select :region, kind, owner, 'CNY'
            from (values ('REWARDS', :nobody), ('ESCROW', :nobody), ('STORED_VALUE', :card)) as a (kind, owner)
            on conflict do nothing
            """)
                .param("region", salon.region().number())
                .param("nobody", new UUID(0, 0))
                .param("card", card)
                .update();
        moved("COUPON", "REWARDS", new UUID(0, 0), "ESCROW", new UUID(0, 0), sale, minor);
        moved("STORED", "ESCROW", new UUID(0, 0), "STORED_VALUE", card, sale, minor);
        jdbc.sql("insert into ledger.order_total (region_id, order_id, currency, captured, released, refunded)"
                        + " values (?, ?, 'CNY', ?, ?, 0)")
                .params(salon.region().number(), sale, minor, minor)
                .update();
    }

    private void moved(String kind, String debit, UUID from, String credit, UUID to, UUID sale, long minor) {
        jdbc.sql("""
            insert into ledger.transfer (region_id, key, debit_id, credit_id, amount_minor, currency, kind, order_id, reason, at)
            select d.region_id, :key, d.id, c.id, :minor, 'CNY', :kind, :sale, :key, '2026-11-20T00:00:00Z'
            from ledger.account d
            join ledger.account c on (c.region_id, c.kind, c.owner_id, c.currency) = (d.region_id, :credit, :to, 'CNY')
            where (d.region_id, d.kind, d.owner_id, d.currency) = (:region, :debit, :from, 'CNY')
            """)
                .param("key", kind + " of the sale " + sale)
                .param("minor", minor)
                .param("kind", kind)
                .param("sale", sale)
                .param("credit", credit)
                .param("to", to)
                .param("region", salon.region().number())
                .param("debit", debit)
                .param("from", from)
                .update();
    }

    @Override
    void toTheCounter() throws IOException {
        hold();
        var page = again(this::payment);
        if (!whole) {
            again(() -> client.press(page, "succeed"));
        }
        again(() -> client.order(resident, order, "PAID"));
    }

    /** A gateway that has waited for too long while the town was away declines: then it is paid anew, by another key. */
    @Override
    String payment() throws IOException {
        var chosen = List.of(Map.of("cardId", card));
        var answer = client.post(
                resident,
                "/api/orders/" + order + "/payments",
                "pay " + declined,
                whole ? Map.of("cards", chosen) : Map.of("cards", chosen, "gateway", "sandbox"));
        if (declined < MOST_DECLINED && answer.text("type").endsWith("payment-declined")) {
            declined++;
            return payment();
        }
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return whole ? "" : answer.text("redirectUrl");
    }

    void callOff() throws IOException {
        again(() -> {
            var off = client.cancel(resident, order, "off");
            assertThat(off.status()).as(off.body().toString()).isEqualTo(200);
            return off;
        });
        again(() -> client.order(resident, order, "REFUNDED"));
    }

    /** What moved between the card and its order, by kind. */
    List<String> moved() {
        return new ArrayList<>(jdbc.sql("""
            select kind || ' ' || amount_minor from ledger.transfer
            where order_id = ? and kind in ('CAPTURE', 'STORED_USED', 'STORED_BACK', 'REFUND') order by kind
            """).param(order).query(String.class).list());
    }
}
