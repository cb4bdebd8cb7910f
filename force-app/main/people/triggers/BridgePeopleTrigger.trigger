trigger BridgePeopleTrigger on People__c(
    before insert,
    before update,
    after insert,
    after update,
    after delete,
    after undelete
) {
    new BridgePeopleTriggerHandler().run();
}
