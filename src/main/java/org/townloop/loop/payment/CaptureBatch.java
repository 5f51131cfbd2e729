package org.townloop.loop.payment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Together;
import org.townloop.base.kernel.Turns;

/** Many words that money has arrived, in one transaction: each is judged by itself, and written by one statement a table. */
@Component
class CaptureBatch {

    private final Turns turns;
    private final StoredMessages messages;
    private final Captures captures;

    CaptureBatch(Turns turns, StoredMessages messages, Captures captures) {
        this.turns = turns;
        this.messages = messages;
        this.captures = captures;
    }

    /**
     * In the caller's transaction, whose end makes the receipts true.
     *
     * @param words all that something was captured
     * @return one for each, in their order; empty: somebody would have to be waited for, and it is as if it had not been said.
     *     That holds for its copies, too: a gateway that has the receipt of one tells none of them again
     */
    List<Optional<Receipt>> receipts(List<Word> words) {
        turns.waitAtMost(Together.LOCKED);
        var verdicts = new IdentityHashMap<Word, Verdict>();
        var left = new HashSet<StoredMessages.Name>();
        judge(fresh(words)).forEach((word, verdict) -> {
            if (verdict.isPresent()) {
                verdicts.put(word, verdict.get());
            } else {
                name(word).ifPresent(left::add);
            }
        });
        conclude(verdicts);
        if (!left.isEmpty()) {
            messages.unclaim(left);
        }
        return words.stream().map(word -> receipt(word, verdicts, left)).toList();
    }

    private static Optional<Receipt> receipt(Word word, Map<Word, Verdict> verdicts, Set<StoredMessages.Name> left) {
        var verdict = verdicts.get(word);
        if (verdict != null) {
            return Optional.of(verdict.receipt());
        }
        return name(word).filter(name -> !left.contains(name)).map(stored -> Receipt.DUPLICATE);
    }

    /** An answer that we asked for has none. */
    private static Optional<StoredMessages.Name> name(Word word) {
        return word instanceof Word.Message message ? Optional.of(StoredMessages.Name.of(message)) : Optional.empty();
    }

    private Map<Word, Optional<Verdict>> judge(List<Word> fresh) {
        var found = captures.verdictsOfFree(fresh.stream()
                .map(word -> new Captures.Told(word.gateway(), captured(word)))
                .toList());
        var verdicts = new IdentityHashMap<Word, Optional<Verdict>>();
        for (int i = 0; i < found.size(); i++) {
            verdicts.put(fresh.get(i), found.get(i));
        }
        return verdicts;
    }

    private static GatewayEvent.PaymentCaptured captured(Word word) {
        return word.event() instanceof GatewayEvent.PaymentCaptured captured ? captured : notCaptured(word);
    }

    private static GatewayEvent.PaymentCaptured notCaptured(Word word) {
        throw new IllegalArgumentException("nothing was captured by " + word);
    }

    /** Those that are not stored already: of copies that came together, the first. */
    private List<Word> fresh(List<Word> words) {
        var sent = only(Word.Message.class, words);
        var claimed = new HashSet<>(messages.claim(sent));
        return words.stream()
                .filter(word -> switch (word) {
                    case Word.Message message -> claimed.remove(StoredMessages.Name.of(message));
                    case Word.Reply _ -> true;
                })
                .toList();
    }

    private void conclude(Map<Word, Verdict> verdicts) {
        var concluded = new HashMap<StoredMessages.Name, Verdict>();
        verdicts.forEach((word, verdict) -> {
            switch (word) {
                case Word.Message message -> concluded.put(StoredMessages.Name.of(message), verdict);
                case Word.Reply reply -> messages.answered(reply, verdict);
            }
        });
        messages.conclude(concluded);
    }

    private static <T extends Word> List<T> only(Class<T> type, List<Word> words) {
        return words.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
