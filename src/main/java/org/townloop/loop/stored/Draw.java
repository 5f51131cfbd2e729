package org.townloop.loop.stored;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Shares;

/**
 * What staff took of a card for a guest who stood there.
 *
 * @param id also where the ledger has that of an order
 * @param uses of a pass, null otherwise
 * @param shares as they were when it was taken
 * @param by who took it
 * @param undoneAt null if it stands
 */
public record Draw(
        UUID id,
        CardId card,
        Money amount,
        @Nullable Integer uses,
        Shares shares,
        PersonId by,
        Instant at,
        @Nullable Instant undoneAt) {}
