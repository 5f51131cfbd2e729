package org.townloop.loop.ledger;

/** What transfers add up to for their order, as SQL over columns {@code kind} and {@code amount_minor}. */
final class OrderSums {

    /** The columns of {@code ledger.order_total}. */
    static final String COLUMNS = """
        coalesce(sum(amount_minor) filter (where kind in (%s)), 0) as captured,
        coalesce(sum(case when kind in (%s) then -amount_minor else amount_minor end)
            filter (where kind in (%s)), 0) as released,
        coalesce(sum(amount_minor) filter (where kind in (%s)), 0) as refunded,
        coalesce(sum(amount_minor) filter (where kind in (%s)), 0) as charged_back,
        coalesce(sum(amount_minor) filter (where kind in (%s)), 0) as goodwill
        """.formatted(
                    TransferKind.with(Effect.CAPTURES),
                    TransferKind.with(Effect.TAKES_BACK),
                    TransferKind.with(Effect.RELEASES, Effect.TAKES_BACK),
                    TransferKind.with(Effect.REFUNDS, Effect.CHARGES_BACK),
                    TransferKind.with(Effect.CHARGES_BACK),
                    TransferKind.with(Effect.GIVES));

    /** The kinds after which there must be a total of the order. */
    static final String KINDS = TransferKind.list(kind -> kind.effect() != Effect.NONE);

    private OrderSums() {}
}
