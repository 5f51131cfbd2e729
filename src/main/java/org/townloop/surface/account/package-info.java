/**
 * The door and what lies behind it for everybody: signing in by code or passkey, and one's own account with its ways in,
 * devices and tokens. It holds pages and no rule, and owns no schema.
 */
@ApplicationModule(
        id = "account",
        allowedDependencies = {
            "kernel",
            "region",
            "identity",
            "merchant",
            "ordering :: agenda",
            "ledger",
            "payout",
            "page"
        })
@NullMarked
package org.townloop.surface.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
