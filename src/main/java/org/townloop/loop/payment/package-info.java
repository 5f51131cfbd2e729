/**
 * Taking money by gateways: an intent is written before a gateway is asked, and a payment counts only when the gateway
 * has said so by a signed webhook or an answer. No transaction is held across a call. Owns the schema {@code payment}.
 */
@ApplicationModule(
        id = "payment",
        allowedDependencies = {"kernel", "identity"})
@NullMarked
package org.townloop.loop.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
