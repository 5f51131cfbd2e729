package org.townloop.loop.stored;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/** A row of {@code stored.card} as a card. */
final class CardRows {

    static final String SELECT = """
        select c.id, c.merchant_id, c.place_id, c.kind, c.offer_id, c.uses, c.worth_minor, c.currency, c.owner_id,
            c.order_id, c.line, c.state, c.sold_at, c.expires_at
        from stored.card c
        """;

    private CardRows() {}

    static Card read(ResultSet row, int number) throws SQLException {
        var offer = row.getObject("offer_id", UUID.class);
        var owner = row.getObject("owner_id", UUID.class);
        var expiresAt = row.getTimestamp("expires_at");
        return new Card(
                new CardId(row.getObject("id", UUID.class)),
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                new PlaceId(row.getObject("place_id", UUID.class)),
                CardKind.valueOf(row.getString("kind")),
                offer == null ? null : new OfferId(offer),
                row.getObject("uses", Integer.class),
                Money.of(row.getLong("worth_minor"), row.getString("currency")),
                owner == null ? null : new PersonId(owner),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getInt("line"),
                CardState.valueOf(row.getString("state")),
                row.getTimestamp("sold_at").toInstant(),
                expiresAt == null ? null : expiresAt.toInstant());
    }
}
