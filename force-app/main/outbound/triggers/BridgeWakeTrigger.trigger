trigger BridgeWakeTrigger on Sync_Wake__e(after insert) {
    new BridgeWakeTriggerHandler().run(Trigger.new);
}
