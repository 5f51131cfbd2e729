package org.townloop.loop.payment;

/** What a gateway says of a payment or a refund. */
sealed interface Word {

    String gateway();

    GatewayEvent event();

    /**
     * By itself: kept in the words it came in, once.
     *
     * @param eventId the gateway's own name of the message
     */
    record Message(String gateway, String eventId, String body, GatewayEvent event) implements Word {}

    /**
     * When it was asked.
     *
     * @param about what it was asked about
     */
    record Reply(String gateway, String about, GatewayEvent event) implements Word {}
}
