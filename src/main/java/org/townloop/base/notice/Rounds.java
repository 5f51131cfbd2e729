package org.townloop.base.notice;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** One attempt at one message, and what follows from it. */
@Component
class Rounds {

    private final Deliveries deliveries;
    private final Composer composer;
    private final Gateways gateways;
    private final Preferences preferences;

    Rounds(Deliveries deliveries, Composer composer, Gateways gateways, Preferences preferences) {
        this.deliveries = deliveries;
        this.composer = composer;
        this.gateways = gateways;
        this.preferences = preferences;
    }

    void carry(Delivery delivery, Instant now) {
        if (!now.isBefore(delivery.giveUpAt()) || delivery.attempts() > Backoff.MOST_ATTEMPTS) {
            deliveries.finish(delivery, DeliveryState.FAILED, "", "too late: it was of no use any more");
        } else if (!preferences.stillWanted(delivery)) {
            deliveries.finish(delivery, DeliveryState.SUPPRESSED, "", "not wanted any more");
        } else {
            record(delivery, hand(delivery), now);
        }
    }

    private Handover hand(Delivery delivery) {
        var words = composer.words(delivery);
        var id = delivery.id().toString();
        return switch (delivery.channel()) {
            case SMS ->
                gateways.sms()
                        .map(gateway -> gateway.send(new Sms(id, delivery.target(), words.brief())))
                        .orElseGet(() -> new Handover.Never("no SMS gateway any more"));
            case MAIL ->
                gateways.mail()
                        .map(gateway -> gateway.send(new Mail(
                                id,
                                delivery.target(),
                                words.title(),
                                words.full(),
                                delivery.language().toLanguageTag(),
                                preferences.stopAddress(delivery))))
                        .orElseGet(() -> new Handover.Never("no mail server any more"));
            case PUSH ->
                gateways.push()
                        .map(gateway -> gateway.send(id, delivery.target(), words, delivery.path()))
                        .orElseGet(() -> new Handover.Never("no push any more"));
        };
    }

    private void record(Delivery delivery, Handover came, Instant now) {
        switch (came) {
            case Handover.Accepted(var reference) -> deliveries.finish(delivery, DeliveryState.SENT, reference, null);
            case Handover.Never(var reason) -> deliveries.finish(delivery, DeliveryState.FAILED, "", reason);
            case Handover.Gone(var reason) -> deliveries.finish(delivery, DeliveryState.SUPPRESSED, "", reason);
            case Handover.Later(var reason, var after) -> {
                var wait = Backoff.after(delivery.attempts());
                var asked = after == null ? Duration.ZERO : after;
                var next = now.plus(asked.compareTo(wait) > 0 ? asked : wait);
                if (delivery.attempts() >= Backoff.MOST_ATTEMPTS || next.isAfter(delivery.giveUpAt())) {
                    deliveries.finish(delivery, DeliveryState.FAILED, "", "given up: " + reason);
                } else {
                    deliveries.tryAgain(delivery, next, reason);
                }
            }
        }
    }
}
