# Runs shells and other languages that wait, write and never end.
# base: right
# points: 33
# status: timed out|graded|crashed
# %%
%%bash
yes | head -c 30000000
cat /dev/zero > /tmp/zero
# %%
!sleep 1000
# %%
%%script sh --bg
while true; do :; done
# %% end
%reset -f
%system rm -rf ~
