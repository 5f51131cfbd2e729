package org.townloop.loop.checkout;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ledger.StoredMove;
import org.townloop.loop.ledger.StoredValueSums;
import org.townloop.loop.stored.SoldCards;
import org.townloop.supply.merchant.MerchantId;

/** What merchants still owe on cards that were paid: the money of others, which a depositary keeps. */
@Component
public class CardLiabilities {

    /** What a merchant owes on its cards. */
    public record Owed(MerchantId merchant, int cards, Money outstanding) {}

    private final SoldCards sold;
    private final StoredValueSums sums;

    CardLiabilities(SoldCards sold, StoredValueSums sums) {
        this.sold = sold;
        this.sums = sums;
    }

    /** Merchant by merchant, those that owe nothing left out; two statements, however many cards there are. */
    public List<Owed> in(Collection<RegionId> regions) {
        var left = sums.outstanding(regions);
        var owed = new TreeMap<MerchantId, Owed>((one, other) -> one.value().compareTo(other.value()));
        sold.merchants(regions).forEach((card, merchant) -> {
            var on = left.get(card);
            if (on != null && on.isPositive()) {
                owed.merge(new MerchantId(merchant), new Owed(new MerchantId(merchant), 1, on), CardLiabilities::both);
            }
        });
        return List.copyOf(owed.values());
    }

    /** What was done with all cards that the merchant has sold, in minor units. */
    public Map<StoredMove.Kind, Long> of(MerchantId merchant) {
        var cards = sold.of(merchant);
        return cards.isEmpty() ? new EnumMap<>(StoredMove.Kind.class) : sums.moved(List.<UUID>copyOf(cards));
    }

    private static Owed both(Owed one, Owed other) {
        return new Owed(
                one.merchant(), one.cards() + other.cards(), one.outstanding().plus(other.outstanding()));
    }
}
