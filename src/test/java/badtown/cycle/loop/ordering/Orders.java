package badtown.cycle.loop.ordering;

import badtown.cycle.loop.payment.Intents;
import java.util.List;

/** Looks downstream, at what looks at it. */
public class Orders {
    List<Intents> paidBy = List.of();
}
