package org.townloop.loop.payment;

/** What a gateway says to a merchant's answer in a dispute. */
public sealed interface AnswerReceipt {

    record Taken() implements AnswerReceipt {}

    /** It is decided, or the time is over: the answer changes nothing. */
    record TooLate() implements AnswerReceipt {}

    /** A time-out, a failure, or something that is no answer: it is sent again. */
    record Silent(String why) implements AnswerReceipt {}
}
