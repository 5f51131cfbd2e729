package org.townloop.loop.ledger;

import java.util.UUID;

/** Who is paid out. */
public sealed interface Payee {

    UUID owner();

    record Merchant(UUID owner) implements Payee {}

    record Partner(UUID owner) implements Payee {}
}
