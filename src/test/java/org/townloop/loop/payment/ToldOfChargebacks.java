package org.townloop.loop.payment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers what it was told, in words: {@code opened 12800}. */
class ToldOfChargebacks implements ChargebackListener {

    final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public void opening(List<Share> shares) {}

    @Override
    public void opened(Chargeback chargeback) {
        hear("opened", chargeback);
    }

    @Override
    public void won(Chargeback chargeback) {
        hear("won", chargeback);
    }

    @Override
    public void lost(Chargeback chargeback) {
        hear("lost", chargeback);
    }

    private void hear(String what, Chargeback chargeback) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("told outside a transaction");
        }
        heard.add(what + " " + chargeback.amount().minor());
    }
}
