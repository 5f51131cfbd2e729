package org.townloop.loop.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the gateways about every payment and refund of which we do not know how it ended, and sends them what merchants
 * answer to payers who object.
 */
@Component
public class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final int BATCH = 50;

    private final Unresolved unresolved;
    private final Intents intents;
    private final Chargebacks chargebacks;
    private final Gateways gateways;

    Reconciler(Unresolved unresolved, Intents intents, Chargebacks chargebacks, Gateways gateways) {
        this.unresolved = unresolved;
        this.intents = intents;
        this.chargebacks = chargebacks;
        this.gateways = gateways;
    }

    /**
     * Asks about those whose turn it is, at most {@value #BATCH} payments and as many refunds, all at once. To be run
     * every two seconds or so; several processes may run it at the same time and share the work.
     */
    public void resolve() {
        var questions = new ArrayList<Runnable>();
        for (var intent : unresolved.takeIntents(BATCH)) {
            questions.add(() -> gateways.ask(intent));
        }
        for (var refund : unresolved.takeRefunds(BATCH)) {
            questions.add(() -> gateways.refund(refund));
        }
        for (var chargeback : chargebacks.takeUnsent(BATCH)) {
            questions.add(() -> gateways.sendAnswer(chargeback));
        }
        askAll(questions);
    }

    /** Asks about one at once: the payer has come back and wants to know. */
    public Intent ask(IntentId id) {
        return gateways.ask(intents.get(id));
    }

    private static void askAll(List<Runnable> questions) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            questions.forEach(question -> threads.execute(() -> ask(question)));
        }
    }

    /** One that fails does not keep the others from being asked; its own turn comes again. */
    private static void ask(Runnable question) {
        try {
            question.run();
        } catch (RuntimeException e) {
            LOG.error("a payment could not be resolved; it is tried again", e);
        }
    }
}
