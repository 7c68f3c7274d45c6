"""What the processes behind the servers do: functions with plain values in and out, so that the servers stay light."""
