# Changes the settings that numpy, matplotlib, random and warnings keep for everybody.
# base: right
# points: 33
# status: graded
# %%
import locale
import random
import warnings

import matplotlib
import numpy as np

np.seterr(divide="raise", over="raise", invalid="raise")
np.random.seed(0)
random.seed(0)
np.set_printoptions(threshold=0, precision=0)
matplotlib.rcParams["font.size"] = 1
matplotlib.rcParams["figure.dpi"] = 30
warnings.simplefilter("error")
locale.setlocale(locale.LC_ALL, "C")
